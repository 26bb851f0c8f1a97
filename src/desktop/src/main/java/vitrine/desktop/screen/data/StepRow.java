package vitrine.desktop.screen.data;

import java.util.Optional;
import vitrine.action.CleaningList;
import vitrine.action.ImportResult;

/**
 * A cleaning step with what it did here.
 *
 * @param done empty when the step is off, or found nothing it looks at in these data
 */
record StepRow(CleaningList.Step step, Optional<ImportResult.Step> done) {
    long removed() {
        return done.map(d -> d.rowsBefore() - d.rowsAfter()).orElse(0L);
    }

    long touched() {
        return done.map(ImportResult.Step::touched).orElse(0L);
    }
}
