package vitrine.desktop.screen.data;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.binding.StringBinding;
import vitrine.action.DataSession;
import vitrine.action.ImportResult;
import vitrine.desktop.i18n.Numbers;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.Workspace;

/** What the Data screen says. */
final class DataViewModel {
    private final Texts texts;
    private final Workspace workspace;

    DataViewModel(ScreenContext context) {
        texts = context.texts();
        workspace = context.workspace();
    }

    /** "392,692 usable events, 4,338 users, 3,665 products, 1 Dec 2010 to 9 Dec 2011". */
    StringBinding answer() {
        return texts.bind(
                () -> workspace.dataProperty().get().map(this::counts).orElseGet(() -> texts.get("data.none")),
                workspace.dataProperty());
    }

    private String counts(DataSession data) {
        ImportResult result = data.result();
        Numbers numbers = texts.numbers();
        String counts = texts.get(
                "data.counts",
                numbers.count(result.interactions()),
                numbers.count(result.users()),
                numbers.count(result.items()));
        return moment(result.firstTime())
                .flatMap(first -> moment(result.lastTime())
                        .map(last -> texts.get("data.counts.dated", counts, numbers.day(first), numbers.day(last))))
                .orElse(texts.get("data.counts.undated", counts));
    }

    private static Optional<Instant> moment(String iso) {
        return iso.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(iso));
    }

    /** How many rows cleaning removed, and how many could not be read. */
    StringBinding consequence() {
        return texts.bind(
                () -> workspace.dataProperty().get().map(this::removed).orElse(""), workspace.dataProperty());
    }

    private String removed(DataSession data) {
        Numbers numbers = texts.numbers();
        long removing = data.result().steps().stream()
                .filter(s -> s.rowsAfter() < s.rowsBefore())
                .count();
        long rows =
                data.result().rowsRead() - data.rejectedCount() - data.result().rowsKept();
        String cleaned = texts.get("data.removed", numbers.count(removing), numbers.count(rows));
        return data.rejectedCount() == 0
                ? cleaned
                : cleaned + texts.get("data.rejected", numbers.count(data.rejectedCount()));
    }
}
