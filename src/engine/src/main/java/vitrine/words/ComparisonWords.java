package vitrine.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vitrine.explain.Figures;

/**
 * "Which model ranks better?", answered in one sentence that never says more than the tests allow: the word "better" stands
 * only where the paired test, corrected for all pairs, gives a p below 0.05.
 */
public final class ComparisonWords {
    private static final double SIGNIFICANT = .05;
    private static final Figures FIGURES = new Figures(3);

    /**
     * A model as the window names it.
     *
     * @param mean of the measure over users
     */
    public record Model(String name, double mean) {}

    /**
     * A paired test of two models.
     *
     * @param a place in the list of models
     * @param b place of the other
     * @param difference mean of {@code a - b}
     * @param p two-sided, corrected for all pairs; NaN when there were too few users to test
     */
    public record Pair(int a, int b, double difference, double p) {}

    /**
     * What was measured.
     *
     * @param measure as printed, such as {@code nDCG@10}; higher is better
     * @param models at least one
     * @param pairs every two of them
     * @param shared of two models: how many of their first {@code depth} items are the same, on average
     */
    public record Contest(String measure, List<Model> models, List<Pair> pairs, OptionalDouble shared, int depth) {}

    private ComparisonWords() {}

    /** The sentence; of two models a second one, of what their lists share. */
    public static Bilingual answer(Contest contest) {
        if (contest.models.size() == 1) {
            Model only = contest.models.get(0);
            String value = FIGURES.plain(only.mean);
            return new Bilingual(
                    "Only " + only.name + " was measured: " + contest.measure + " " + value + ".",
                    "只评估了 " + only.name + "：" + contest.measure + " 为 " + value + "。");
        }
        return ranking(contest).then(shared(contest));
    }

    private static Bilingual ranking(Contest contest) {
        int leader = leader(contest.models);
        List<Integer> others = IntStream.range(0, contest.models.size())
                .filter(i -> i != leader)
                .boxed()
                .toList();
        List<Against> beaten = others.stream()
                .map(i -> against(contest, leader, i))
                .filter(Against::shown)
                .toList();
        List<Against> open = others.stream()
                .map(i -> against(contest, leader, i))
                .filter(one -> !one.shown())
                .toList();
        Model first = contest.models.get(leader);
        if (open.isEmpty()) {
            return better(contest, first, beaten);
        }
        if (beaten.isEmpty() && contest.models.size() == 2) {
            return undecided(contest, open.get(0).p);
        }
        Bilingual rest = new Bilingual(
                "is not shown to rank better than " + english(open, " or ") + " (" + english(open) + ")",
                "未能证明优于 " + chinese(open) + "（" + chinese(open, leastP(open)) + "）");
        if (beaten.isEmpty()) {
            String value = FIGURES.plain(first.mean);
            return new Bilingual(
                    first.name + " has the highest " + contest.measure + ", " + value + ", but " + rest.en() + ".",
                    first.name + " 的 " + contest.measure + " 最高（" + value + "），但" + rest.zh() + "。");
        }
        return new Bilingual(
                first.name + " ranks better than " + english(beaten, " and ") + " (" + contest.measure + " "
                        + rise(beaten, "at least ") + ", " + p(mostP(beaten), "p at most ", "p = ", beaten.size())
                        + ") but "
                        + rest.en() + ".",
                first.name + " 的排序优于 " + chinese(beaten) + "（" + contest.measure + " " + rise(beaten, "至少 ") + "，"
                        + p(mostP(beaten), "p ≤ ", "p = ", beaten.size()) + "），但" + rest.zh() + "。");
    }

    /** How the leader stands to another model. */
    private record Against(Model other, double difference, double p) {
        boolean shown() {
            return difference > 0 && p < SIGNIFICANT;
        }
    }

    private static Against against(Contest contest, int leader, int other) {
        return contest.pairs.stream()
                .filter(pair -> (pair.a == leader && pair.b == other) || (pair.a == other && pair.b == leader))
                .map(pair -> new Against(
                        contest.models.get(other), pair.a == leader ? pair.difference : -pair.difference, pair.p))
                .findFirst()
                .orElseGet(() -> new Against(
                        contest.models.get(other),
                        contest.models.get(leader).mean - contest.models.get(other).mean,
                        Double.NaN));
    }

    private static int leader(List<Model> models) {
        int best = 0;
        for (int i = 1; i < models.size(); i++) {
            if (models.get(i).mean > models.get(best).mean) {
                best = i;
            }
        }
        return best;
    }

    private static Bilingual better(Contest contest, Model first, List<Against> beaten) {
        return new Bilingual(
                first.name + " ranks better than " + english(beaten, " and ") + " (" + rise(beaten, "at least ") + " "
                        + contest.measure + ", " + p(mostP(beaten), "p at most ", "p = ", beaten.size()) + ").",
                first.name + " 的排序优于 " + chinese(beaten) + "（" + contest.measure + " " + rise(beaten, "至少 ") + "，"
                        + p(mostP(beaten), "p ≤ ", "p = ", beaten.size()) + "）。");
    }

    private static Bilingual undecided(Contest contest, double p) {
        Model a = contest.models.get(0);
        Model b = contest.models.get(1);
        String left = FIGURES.plain(a.mean);
        String right = FIGURES.plain(b.mean);
        return new Bilingual(
                "Neither " + a.name + " nor " + b.name + " is shown to rank better (" + contest.measure + " " + left
                        + " and " + right + ", " + (Double.isNaN(p) ? "too few users to test" : "p = " + number(p))
                        + ").",
                "未能证明 " + a.name + " 与 " + b.name + " 中哪一个排序更好（" + contest.measure + " 为 " + left + " 和 " + right + "，"
                        + (Double.isNaN(p) ? "用户太少，无法检验" : "p = " + number(p)) + "）。");
    }

    private static Bilingual shared(Contest contest) {
        if (contest.models.size() != 2 || contest.shared.isEmpty()) {
            return Bilingual.NONE;
        }
        String count = new Figures(1).plain(contest.shared.getAsDouble());
        return new Bilingual(
                "Of their first " + contest.depth + " products " + count + " are the same on average.",
                "两者的前 " + contest.depth + " 个商品平均有 " + count + " 个相同。");
    }

    private static String rise(List<Against> beaten, String atLeast) {
        double least = beaten.stream().mapToDouble(Against::difference).min().orElse(Double.NaN);
        String value = least < .0005 ? "< 0.001" : "+" + FIGURES.plain(least);
        return beaten.size() > 1 ? atLeast + value : value;
    }

    private static double mostP(List<Against> all) {
        return all.stream().mapToDouble(Against::p).max().orElse(Double.NaN);
    }

    private static double leastP(List<Against> all) {
        return all.stream().mapToDouble(Against::p).min().orElse(Double.NaN);
    }

    private static String english(List<Against> open) {
        double p = leastP(open);
        return Double.isNaN(p) ? "too few users to test" : p(p, "p at least ", "p = ", open.size());
    }

    private static String chinese(List<Against> open, double p) {
        return Double.isNaN(p) ? "用户太少，无法检验" : p(p, "p ≥ ", "p = ", open.size());
    }

    private static String p(double p, String several, String one, int count) {
        return p < .001 ? "p < 0.001" : (count > 1 ? several : one) + number(p);
    }

    /** Never rounded across the threshold. */
    private static String number(double p) {
        int decimals = p < .1 ? 3 : 2;
        while (decimals < 9 && (rounded(p, decimals).doubleValue() < SIGNIFICANT) != (p < SIGNIFICANT)) {
            decimals++;
        }
        return rounded(p, decimals).toPlainString();
    }

    private static BigDecimal rounded(double p, int decimals) {
        return BigDecimal.valueOf(p).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String english(List<Against> models, String last) {
        List<String> names = models.stream().map(one -> one.other.name).toList();
        int n = names.size();
        return n == 1 ? names.get(0) : String.join(", ", names.subList(0, n - 1)) + last + names.get(n - 1);
    }

    private static String chinese(List<Against> models) {
        return models.stream().map(one -> one.other.name).collect(Collectors.joining("、"));
    }
}
