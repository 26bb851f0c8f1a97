package vitrine.desktop.screen.recommend;

import java.util.Optional;
import vitrine.assess.faithfulness.Verdict;
import vitrine.words.Bilingual;

/**
 * One recommended product.
 *
 * @param share length of its score bar, 0 to 1
 * @param reason one line; empty while it is computed
 * @param verdict of the explanation the reason comes from; empty when it was not checked
 * @param heldOut whether the user really chose it next
 */
record ListRow(
        int rank,
        Move move,
        String id,
        String title,
        double score,
        double share,
        Optional<Bilingual> reason,
        Optional<Verdict> verdict,
        boolean heldOut) {}
