package vitrine.words;

import java.util.List;
import java.util.Optional;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.assess.faithfulness.Verdict;
import vitrine.assess.faithfulness.VerdictReason;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.LabelledPart;

/** The verdict as a word and as a sentence with its numbers. It speaks of one explanation, never of the model. */
public final class VerdictWords {
    /** Fewest history items a removal test can work with. */
    public static final int ENOUGH_ITEMS = 5;

    private VerdictWords() {}

    /** The word on the badge. */
    public static Bilingual word(Verdict verdict) {
        return switch (verdict) {
            case EXACT -> new Bilingual("Exact", "精确");
            case SUPPORTED -> new Bilingual("Supported", "可信");
            case PARTLY -> new Bilingual("Partly supported", "部分可信");
            case NOT_SUPPORTED -> new Bilingual("Not supported", "不可信");
            case NOT_TESTABLE -> new Bilingual("Not testable", "无法核验");
            case FAILED -> new Bilingual("Check failed", "核验出错");
        };
    }

    /**
     * Why the verdict is what it is.
     *
     * @param parts the explanation's contributions under their names
     */
    public static Bilingual sentence(VerifiedExplanation checked, List<LabelledPart> parts) {
        int history = (int) parts.stream().filter(LabelledPart::isHistory).count();
        int counted = 0;
        for (float weight : checked.explanation().request().query().weights()) {
            counted += weight > 0 ? 1 : 0;
        }
        if (checked.reason() == VerdictReason.TOO_FEW_ITEMS && counted < history) {
            return new Bilingual(
                    "Only " + counted + " of " + history + " past actions are switched on; at least " + ENOUGH_ITEMS
                            + " are needed.",
                    history + " 条历史行为中只启用了 " + counted + " 条，至少需要 " + ENOUGH_ITEMS + " 条。");
        }
        return sentence(checked.reason(), checked.faithfulness(), counted);
    }

    /** @param removable number of history items that can be removed */
    public static Bilingual sentence(VerdictReason reason, Optional<Faithfulness> measured, int removable) {
        return switch (reason) {
            case EXACT_BY_FORMULA ->
                new Bilingual("This model is linear: each bar is the true share.", "该模型是线性的：每条贡献都是真实份额。");
            case BEATS_RANDOM_AND_COSINE ->
                measured.map(VerdictWords::supported)
                        .orElse(new Bilingual(
                                "Taking away the parts it names lowers the score faster than random orders.",
                                "按它指出的顺序去掉行为，得分下降快于随机顺序。"));
            case NO_BETTER_THAN_COSINE ->
                new Bilingual(
                        "It beats random order but not plain item similarity, which explains this item just as well.",
                        "优于随机顺序，但不优于单纯的商品相似度：只看相似度也能同样解释。");
            case DOES_NOT_ADD_UP ->
                new Bilingual(
                        "It beats random order, but its contributions do not add up to the score: read the order, not the"
                                + " sizes.",
                        "优于随机顺序，但各项贡献之和与得分不符：请只看顺序，不看大小。");
            case NO_BETTER_THAN_RANDOM ->
                new Bilingual(
                        "Removing the parts it names changes the score no faster than random. Do not quote this"
                                + " explanation.",
                        "去掉它指出的部分，得分变化并不比随机更快。请勿引用该解释。");
            case WORSE_THAN_COSINE ->
                new Bilingual(
                        "Plain item similarity finds what matters clearly better than this explanation. Do not quote it.",
                        "单纯的商品相似度明显比该解释更能找出重要的行为。请勿引用该解释。");
            case TOO_FEW_ITEMS ->
                new Bilingual(
                        "This user has " + removable + (removable == 1 ? " past action" : " past actions")
                                + "; at least " + ENOUGH_ITEMS + " are needed.",
                        "该用户只有 " + removable + " 条历史行为，至少需要 " + ENOUGH_ITEMS + " 条。");
            case HISTORY_HARDLY_MATTERS ->
                new Bilingual(
                        "The history hardly moves this score: there is nothing a removal test could show.",
                        "历史行为几乎不影响该得分：去除测试无从检验。");
            case CHECK_FAILED ->
                new Bilingual(
                        "A check could not be carried out, so nothing is said about this explanation.",
                        "有一项核验未能完成，因此对该解释不作结论。");
        };
    }

    private static Bilingual supported(Faithfulness measured) {
        int beaten = randomOrdersBeaten(measured);
        int orders = measured.randomOrders();
        int percent = (int) Math.floor(100.0 * beaten / Math.max(1, orders));
        Bilingual random = beaten >= orders
                ? new Bilingual("all " + orders + " random orders tried", "全部 " + orders + " 种随机顺序")
                : new Bilingual(percent + " % of random orders", " " + percent + "% 的随机顺序");
        Bilingual sentence = new Bilingual(
                "Taking away the parts it names lowers the score faster than " + random.en(),
                "按它指出的顺序去掉行为，得分下降快于" + random.zh());
        boolean popularity = beats(measured, "popularity");
        boolean cosine = beats(measured, "cosine");
        if (popularity && cosine) {
            return new Bilingual(
                    sentence.en() + ", and faster than popularity or similarity order.",
                    sentence.zh() + "，也快于热度顺序和相似度顺序。");
        }
        if (popularity) {
            return new Bilingual(
                    sentence.en() + " and popularity order, and about as fast as similarity order.",
                    sentence.zh() + "和热度顺序，与相似度顺序相当。");
        }
        if (cosine) {
            return new Bilingual(
                    sentence.en() + " and similarity order, but no faster than popularity order.",
                    sentence.zh() + "和相似度顺序，但不快于热度顺序。");
        }
        return new Bilingual(
                sentence.en() + ", about as fast as similarity order, no faster than popularity order.",
                sentence.zh() + "，与相似度顺序相当，不快于热度顺序。");
    }

    /** Random orders that did worse, from p = (1 + orders at least as good) / (orders + 1). */
    static int randomOrdersBeaten(Faithfulness measured) {
        long atLeastAsGood = Math.round(measured.pValue() * (measured.randomOrders() + 1)) - 1;
        return (int) Math.max(0, Math.min(measured.randomOrders(), measured.randomOrders() - atLeastAsGood));
    }

    private static boolean beats(Faithfulness measured, String control) {
        RemovalScores other = measured.controls().get(control);
        return other != null && measured.scores().f() > other.f();
    }
}
