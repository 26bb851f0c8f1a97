package vitrine.words;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vitrine.assess.faithfulness.Verdict;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Explanation;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;
import vitrine.explain.control.Controls;

/**
 * The headline of one explanation. Only a supported or exact verdict earns the word "because"; a partly supported one is
 * reported as what the method names; everything else is an observation, and what a control says is called just that.
 */
public final class ExplanationWords {
    private static final int NAMED = 2;

    private ExplanationWords() {}

    /** "Why X for user Y?" */
    public static Bilingual question(String title, String user) {
        return new Bilingual("Why " + title + " for user " + user + "?", "为什么向用户 " + user + " 推荐 " + title + "？");
    }

    /**
     * @param parts the explanation's contributions under their names
     * @param figures how numbers are printed, shared with bars and sum line
     */
    public static Bilingual headline(
            VerifiedExplanation checked, List<LabelledPart> parts, Figures figures, HistoryVerb verb) {
        Explanation explanation = checked.explanation();
        double change = figures.printedDifference(explanation.score(), explanation.referenceScore());
        List<LabelledPart> strongest = named(parts).stream().map(parts::get).toList();
        if (strongest.isEmpty()) {
            return nothingRaises(parts, change, figures);
        }
        double together = strongest.stream().mapToDouble(LabelledPart::value).sum();
        Bilingual names = names(strongest);
        boolean one = strongest.size() == 1;
        Bilingual amount = amount(together, change, one, figures);
        if (Controls.isControl(explanation.method())) {
            return new Bilingual(
                    "A control, not a reason: it never asks the model. Its largest bars are " + names.en() + ".",
                    "这是对照，并非原因：它从不询问模型。其最大的条是" + names.zh() + "。");
        }
        Verdict verdict = checked.verdict();
        Bilingual sentence =
                switch (verdict) {
                    case SUPPORTED, EXACT -> because(names, amount, share(together, change), verb);
                    case PARTLY ->
                        new Bilingual(
                                "The method names " + names.en() + " first; " + amount.en() + ".",
                                "该方法首先指出" + names.zh() + "；" + amount.zh() + "。");
                    default ->
                        new Bilingual(
                                "An observation, not a reason: the largest bars are " + names.en() + "; " + amount.en()
                                        + ".",
                                "仅为观察，并非原因：贡献最大的是" + names.zh() + "；" + amount.zh() + "。");
                };
        return sentence.then(user(parts, together, figures));
    }

    /** Places in {@code parts} of the history items the headline names: those that raise the score most, at most two. */
    public static List<Integer> named(List<LabelledPart> parts) {
        return IntStream.range(0, parts.size())
                .boxed()
                .filter(i -> parts.get(i).isHistory() && parts.get(i).value() > 0)
                .sorted(Comparator.comparingDouble(i -> -parts.get(i).value()))
                .limit(NAMED)
                .toList();
    }

    /**
     * What becomes of the item's place in the list when the named history items are taken away. A fact about the model,
     * whatever the verdict.
     *
     * @param named how many are named; with none there is nothing to say
     * @param rank the item's rank now, from 1
     * @param without its rank without them
     */
    public static Bilingual standing(int named, int rank, int without) {
        if (named == 0) {
            return Bilingual.NONE;
        }
        String en = named == 1 ? "Without it, " : "Without both, ";
        String zh = named == 1 ? "去掉该项后，" : "去掉这两项后，";
        if (rank == without) {
            return new Bilingual(en + "it stays at rank " + rank + ".", zh + "名次仍为 " + rank + "。");
        }
        boolean falls = without > rank;
        return new Bilingual(
                en + "it " + (falls ? "drops" : "rises") + " from rank " + rank + " to " + without + ".",
                zh + "名次从 " + rank + (falls ? " 降到 " : " 升到 ") + without + "。");
    }

    private static double share(double together, double change) {
        return change > 0 ? together / change : 0;
    }

    private static Bilingual because(Bilingual names, Bilingual amount, double share, HistoryVerb verb) {
        boolean most = share >= .5;
        Bilingual did = verb.word();
        return new Bilingual(
                (most ? "Mostly because" : "In part because") + " this user " + did.en() + " " + names.en() + "; "
                        + amount.en() + ".",
                (most ? "主要因为" : "部分因为") + "该用户" + did.zh() + names.zh() + "；" + amount.zh() + "。");
    }

    private static Bilingual amount(double together, double change, boolean one, Figures figures) {
        String plus = figures.signed(together);
        Bilingual adds =
                new Bilingual((one ? "it adds " : "together they add ") + plus, (one ? "贡献 " : "合计贡献 ") + plus);
        if (change > 0) {
            String rise = figures.plain(change);
            return figures.units(together).compareTo(figures.units(change)) <= 0
                    ? new Bilingual(adds.en() + " of the " + rise + " rise", adds.zh() + "，总上升 " + rise)
                    : new Bilingual(
                            adds.en() + ", which other parts bring down to a rise of " + rise,
                            adds.zh() + "，其他部分将总上升拉低至 " + rise);
        }
        String fall = figures.plain(Math.abs(change));
        return change < 0
                ? new Bilingual(
                        adds.en() + ", yet the score falls by " + fall + " in all", adds.zh() + "，但得分总体下降 " + fall)
                : new Bilingual(adds.en() + ", and other parts take it all back", adds.zh() + "，又被其他部分全部抵消");
    }

    private static Bilingual nothingRaises(List<LabelledPart> parts, double change, Figures figures) {
        boolean moved = parts.stream().anyMatch(p -> p.isHistory() && p.value() != 0);
        if (!moved) {
            return new Bilingual("No past action of this user moves this score.", "该用户的历史行为都不影响该得分。")
                    .then(user(parts, 0, figures));
        }
        String fall = figures.signed(change);
        return new Bilingual(
                        "No past action of this user raises this score; against an empty history it changes by " + fall
                                + ".",
                        "该用户的历史行为都没有提高该得分；与空历史相比变化 " + fall + "。")
                .then(user(parts, 0, figures));
    }

    /** The user's own part when it outweighs what the headline names: never hidden, and never called tested. */
    private static Bilingual user(List<LabelledPart> parts, double together, Figures figures) {
        double own = parts.stream()
                .filter(p -> p.kindCode().equals("user"))
                .mapToDouble(LabelledPart::value)
                .sum();
        if (Math.abs(own) <= Math.abs(together)) {
            return Bilingual.NONE;
        }
        String size = figures.signed(own);
        return new Bilingual(
                "What the model learned about the user as such weighs more: " + size + ".",
                "模型对该用户本身的了解影响更大：" + size + "。");
    }

    private static Bilingual names(List<LabelledPart> parts) {
        List<String> titles = parts.stream().map(LabelledPart::label).toList();
        return new Bilingual(String.join(" and ", titles), " " + String.join(" 和 ", titles) + " ");
    }
}
