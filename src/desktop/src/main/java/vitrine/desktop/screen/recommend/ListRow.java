package vitrine.desktop.screen.recommend;

import java.util.Optional;
import vitrine.assess.faithfulness.Verdict;
import vitrine.words.Bilingual;

/**
 * One recommended product.
 *
 * @param quantity its probability, where the model is calibrated, else its score
 * @param share length of the bar of that, 0 to 1
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
        Bilingual quantity,
        double share,
        Optional<Bilingual> reason,
        Optional<Verdict> verdict,
        boolean heldOut) {}
