package vitrine.words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.assess.faithfulness.Verdict;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Explanation;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;

/**
 * "Why A above B?" in words: the margin, what speaks for A and what for B, and what the tests say of it. As for one item,
 * only a supported or exact verdict earns the word "because".
 */
public final class ContrastWords {
    private static final int NAMED = 2;

    private ContrastWords() {}

    /** "Why X above Y for user Z?" */
    public static Bilingual question(String title, String other, String user) {
        return new Bilingual(
                "Why " + title + " above " + other + " for user " + user + "?",
                "对用户 " + user + "，为什么 " + title + " 排在 " + other + " 前面？");
    }

    /**
     * @param parts the margin's contributions under their names
     * @param title of A, {@code other} of B
     */
    public static Bilingual headline(
            VerifiedExplanation checked,
            List<LabelledPart> parts,
            Figures figures,
            HistoryVerb verb,
            String title,
            String other) {
        Explanation explanation = checked.explanation();
        Bilingual margin = margin(explanation.score(), figures, title, other);
        List<LabelledPart> towards = strongest(parts, 1);
        List<LabelledPart> away = strongest(parts, -1);
        Bilingual reason = towards.isEmpty()
                ? new Bilingual("No past action of this user speaks for " + title + ".", "该用户没有任何历史行为支持 " + title + "。")
                : named(checked.verdict(), towards, figures, verb, title);
        Bilingual against = away.isEmpty()
                ? Bilingual.NONE
                : new Bilingual(
                        "For " + other + " speaks most: " + names(away, " and ") + " (" + sum(away, figures) + ").",
                        "最支持 " + other + " 的是：" + names(away, " 和 ") + "（" + sum(away, figures) + "）。");
        return margin.then(reason).then(against);
    }

    private static Bilingual margin(double margin, Figures figures, String title, String other) {
        String size = figures.plain(Math.abs(margin));
        return margin >= 0
                ? new Bilingual(
                        title + " is ahead of " + other + " by " + size + ".",
                        title + " 领先 " + other + " " + size + "。")
                : new Bilingual(
                        title + " is not ahead of " + other + ": it is behind by " + size + ".",
                        title + " 并未领先 " + other + "：落后 " + size + "。");
    }

    private static Bilingual named(
            Verdict verdict, List<LabelledPart> towards, Figures figures, HistoryVerb verb, String title) {
        String en = names(towards, " and ");
        String zh = names(towards, " 和 ");
        String size = sum(towards, figures);
        return switch (verdict) {
            case SUPPORTED, EXACT ->
                new Bilingual(
                        "For " + title + " it counts most that this user "
                                + verb.word().en() + " " + en + " (" + size + ").",
                        "最支持 " + title + " 的是该用户" + verb.word().zh() + " " + zh + "（" + size + "）。");
            case PARTLY ->
                new Bilingual(
                        "For " + title + " the method names " + en + " first (" + size + ").",
                        "该方法首先指出支持 " + title + " 的是 " + zh + "（" + size + "）。");
            default ->
                new Bilingual(
                        "An observation, not a reason: the largest bars towards " + title + " are " + en + " (" + size
                                + ").",
                        "仅为观察，并非原因：偏向 " + title + " 的最大贡献是 " + zh + "（" + size + "）。");
        };
    }

    /** History parts that push one way, at most two, the strongest first. */
    private static List<LabelledPart> strongest(List<LabelledPart> parts, int sign) {
        return parts.stream()
                .filter(p -> p.isHistory() && sign * p.value() > 0)
                .sorted(Comparator.comparingDouble(p -> -sign * p.value()))
                .limit(NAMED)
                .toList();
    }

    private static String names(List<LabelledPart> parts, String and) {
        return parts.stream().map(LabelledPart::label).collect(Collectors.joining(and));
    }

    private static String sum(List<LabelledPart> parts, Figures figures) {
        return figures.signed(parts.stream().mapToDouble(LabelledPart::value).sum());
    }

    /** Why the verdict is what it is; the tests watch the margin, with similarity to A less that to B as a control. */
    public static Bilingual verdict(VerifiedExplanation checked, List<LabelledPart> parts) {
        return switch (checked.reason()) {
            case EXACT_BY_FORMULA ->
                new Bilingual(
                        "This model is linear: each bar is the true share of the margin.", "该模型是线性的：每条贡献都是差距的真实份额。");
            case BEATS_RANDOM_AND_COSINE -> supported(checked.faithfulness());
            case NO_BETTER_THAN_COSINE ->
                new Bilingual(
                        "It beats random order but not plain item similarity, which explains this margin just as well.",
                        "优于随机顺序，但不优于单纯的商品相似度：只看相似度也能同样解释这一差距。");
            case DOES_NOT_ADD_UP ->
                new Bilingual(
                        "It beats random order, but its contributions do not add up to the margin: read the order, not"
                                + " the sizes.",
                        "优于随机顺序，但各项贡献之和与差距不符：请只看顺序，不看大小。");
            case NO_BETTER_THAN_RANDOM ->
                new Bilingual(
                        "Removing the parts it names changes the margin no faster than random. Do not quote this"
                                + " explanation.",
                        "去掉它指出的部分，差距变化并不比随机更快。请勿引用该解释。");
            case WORSE_THAN_COSINE ->
                new Bilingual(
                        "Plain item similarity finds what makes the margin clearly better than this explanation. Do not"
                                + " quote it.",
                        "单纯的商品相似度明显比该解释更能找出造成差距的行为。请勿引用该解释。");
            case HISTORY_HARDLY_MATTERS ->
                new Bilingual(
                        "The history hardly moves this margin: there is nothing a removal test could show.",
                        "历史行为几乎不影响这一差距：去除测试无从检验。");
            case TOO_FEW_ITEMS, CHECK_FAILED -> VerdictWords.sentence(checked, parts);
        };
    }

    private static Bilingual supported(Optional<Faithfulness> measured) {
        Bilingual random = measured.map(ContrastWords::beaten).orElse(new Bilingual("random orders", "随机顺序"));
        boolean similarity = measured.map(m -> {
                    RemovalScores cosine = m.controls().get("cosine");
                    return cosine != null && m.scores().f() > cosine.f();
                })
                .orElse(false);
        return new Bilingual(
                "Taking away the parts it names takes the margin down faster than " + random.en()
                        + (similarity ? ", and faster than similarity order." : ", about as fast as similarity order."),
                "按它指出的顺序去掉行为，差距缩小得快于" + random.zh() + (similarity ? "，也快于相似度顺序。" : "，与相似度顺序相当。"));
    }

    private static Bilingual beaten(Faithfulness measured) {
        int orders = measured.randomOrders();
        int beaten = VerdictWords.randomOrdersBeaten(measured);
        int percent = (int) Math.floor(100.0 * beaten / Math.max(1, orders));
        return beaten >= orders
                ? new Bilingual("all " + orders + " random orders tried", "全部 " + orders + " 种随机顺序")
                : new Bilingual(percent + " % of random orders", " " + percent + "% 的随机顺序");
    }
}
