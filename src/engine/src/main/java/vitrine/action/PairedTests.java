package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vitrine.action.CompareResult.PairTest;
import vitrine.assess.UserMeasures;
import vitrine.metric.Holm;
import vitrine.metric.MeanInterval;
import vitrine.metric.PairedT;
import vitrine.metric.WilcoxonSignedRank;

/** Paired tests of every two models under every measure, with Holm's correction over the pairs. */
final class PairedTests {
    private static final List<String> METRICS = List.of("hr", "ndcg", "precision", "recall", "map", "mrr", "auc");

    private PairedTests() {}

    /** @param measured one a name, of the same users */
    static List<PairTest> of(List<String> names, List<UserMeasures> measured) {
        List<PairTest> all = new ArrayList<>();
        for (String metric : METRICS) {
            List<PairTest> byT = new ArrayList<>();
            List<PairTest> byRanks = new ArrayList<>();
            for (int a = 0; a < names.size(); a++) {
                for (int b = a + 1; b < names.size(); b++) {
                    double[] d = differences(metric, measured.get(a), measured.get(b));
                    if (d.length > 0) {
                        byT.add(test(
                                names.get(a),
                                names.get(b),
                                metric,
                                "t",
                                PairedT.of(d).p(),
                                d));
                        byRanks.add(test(
                                names.get(a),
                                names.get(b),
                                metric,
                                "wilcoxon",
                                WilcoxonSignedRank.of(d).p(),
                                d));
                    }
                }
            }
            all.addAll(corrected(byT));
            all.addAll(corrected(byRanks));
        }
        return all;
    }

    private static double[] differences(String metric, UserMeasures a, UserMeasures b) {
        double[] left = a.measures().getOrDefault(metric, new double[0]);
        double[] right = b.measures().getOrDefault(metric, new double[0]);
        return IntStream.range(0, Math.min(left.length, right.length))
                .mapToDouble(user -> left[user] - right[user])
                .filter(difference -> !Double.isNaN(difference))
                .toArray();
    }

    private static PairTest test(String a, String b, String metric, String test, double p, double[] d) {
        MeanInterval mean = MeanInterval.of(d);
        int better = (int) java.util.Arrays.stream(d).filter(x -> x > 0).count();
        int worse = (int) java.util.Arrays.stream(d).filter(x -> x < 0).count();
        return new PairTest(a, b, metric, p, p, test, mean.mean(), mean.low(), mean.high(), d.length, better, worse);
    }

    private static List<PairTest> corrected(List<PairTest> family) {
        double[] adjusted = Holm.of(family.stream().mapToDouble(PairTest::p).toArray());
        List<PairTest> corrected = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            PairTest t = family.get(i);
            corrected.add(new PairTest(
                    t.a(),
                    t.b(),
                    t.metric(),
                    t.p(),
                    adjusted[i],
                    t.test(),
                    t.difference(),
                    t.low(),
                    t.high(),
                    t.n(),
                    t.better(),
                    t.worse()));
        }
        return corrected;
    }
}
