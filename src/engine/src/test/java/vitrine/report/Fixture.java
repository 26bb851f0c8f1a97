package vitrine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vitrine.assess.Evaluation;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.RemovalCurve;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.assess.faithfulness.Verdict;
import vitrine.assess.faithfulness.VerdictReason;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.LabelledPart;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.network.LayerActivation;
import vitrine.provenance.Provenance;
import vitrine.train.EpochRecord;
import vitrine.train.TrainingHistory;
import vitrine.words.Bilingual;
import vitrine.words.HistoryVerb;

/** A report's worth of plausible, invented results. */
final class Fixture {
    static final List<String> TITLES = List.of(
            "SPOTTY BUNTING",
            "PACK OF 72 RETROSPOT CAKE CASES",
            "JUMBO BAG PINK POLKADOT",
            "SET OF 3 CAKE TINS PANTRY DESIGN",
            "WOODEN PICTURE FRAME WHITE FINISH",
            "T-LIGHT HOLDER HANGING LOVE BIRD",
            "REGENCY CAKESTAND 3 TIER",
            "LUNCH BAG BLACK SKULL",
            "ASSORTED COLOUR BIRD ORNAMENT",
            "HEART OF WICKER SMALL",
            "NATURAL SLATE HEART CHALKBOARD",
            "JUMBO BAG RED RETROSPOT",
            "WHITE HANGING HEART T-LIGHT HOLDER",
            "ALARM CLOCK BAKELIKE GREEN",
            "POPCORN HOLDER",
            "RED WOOLLY HOTTIE WHITE HEART");
    private static final double[] VALUES = {
        1.19, .82, .61, .44, -.35, .09, .21, .17, -.12, .08, .05, .03, -.04, -.02, 0, -.01, .28
    };

    private Fixture() {}

    static ReportContent content(Locale language) {
        return content(language, "PARTY BUNTING", Verdict.SUPPORTED, VerdictReason.BEATS_RANDOM_AND_COSINE);
    }

    static ReportContent content(Locale language, String title, Verdict verdict, VerdictReason reason) {
        return new ReportContent(
                language,
                "Online Retail (UCI, CC0)",
                HistoryVerb.BOUGHT,
                Optional.of(data()),
                Optional.of(training()),
                Optional.of(accuracy()),
                Optional.of(ranking(title, verdict)),
                List.of(why(title, verdict, reason)),
                Optional.of(inside(title)),
                Optional.of(example()),
                Optional.of(
                        new ReportContent.Repeat(
                                List.of(
                                        "vitrine train --data online-retail --model cnn --split loo --epochs 10 --seed 42 --out cnn.vitrine",
                                        "vitrine evaluate --model cnn.vitrine --protocol loo99",
                                        "vitrine explain --model cnn.vitrine --user 17850 --item 47566 --method integrated-gradients"))));
    }

    static ReportContent.Data data() {
        return new ReportContent.Data(
                new Bilingual(
                        "Online Retail, UCI Machine Learning Repository, CC0: a British online shop for gifts, real orders.",
                        "Online Retail，UCI 机器学习库，CC0：一家英国礼品网店的真实订单。"),
                541_909,
                392_692,
                4_338,
                3_665,
                392_692,
                "2010-12-01",
                "2011-12-09",
                List.of(
                        new ReportContent.CleaningStep(new Bilingual("No customer", "无客户号"), 541_909, 406_829, 0),
                        new ReportContent.CleaningStep(
                                new Bilingual("Cancellations", "取消的订单"), 406_829, 397_924, 1_312),
                        new ReportContent.CleaningStep(
                                new Bilingual("Price not above 0", "价格不大于 0"), 397_924, 397_884, 0),
                        new ReportContent.CleaningStep(new Bilingual("Duplicates", "重复行"), 397_884, 392_692, 0)));
    }

    static ReportContent.Training training() {
        List<EpochRecord> epochs = new ArrayList<>();
        double[] ndcg = {.214, .262, .301, .329, .348, .361, .370, .377, .382, .380};
        for (int i = 0; i < ndcg.length; i++) {
            SortedMap<String, Double> validation = new TreeMap<>();
            validation.put("ndcg", ndcg[i]);
            validation.put("hr", ndcg[i] * 1.66);
            validation.put("loss", .438 - .015 * i + .0009 * i * i);
            validation.put("accuracy", .812 + .011 * i - .0006 * i * i);
            epochs.add(new EpochRecord(
                    i + 1, .462 * Math.exp(-.045 * i), .803 + .012 * i - .0004 * i * i, validation, 4.1, 410_000));
        }
        SortedMap<String, Object> parameters = new TreeMap<>();
        parameters.put("epochs", 10);
        parameters.put("batch", 1024);
        parameters.put("lr", .001);
        parameters.put("negatives", 4);
        return new ReportContent.Training(
                "cnn",
                new TrainingHistory(epochs, .5004, .8, 9),
                OptionalInt.of(9),
                OptionalInt.empty(),
                5,
                10,
                new Bilingual(
                        "Each validation target against 99 sampled products, K = 10, seed 42.",
                        "每个验证目标与 99 个抽样商品一起排序，K = 10，随机种子 42。"),
                Map.of(
                        "ndcg", new TreeMap<>(Map.of("popularity", .227, "itemknn", .347)),
                        "hr", new TreeMap<>(Map.of("popularity", .405, "itemknn", .607))),
                Provenance.of("a1f9c3".repeat(10) + "77c2", "loo", 42, parameters));
    }

    static ReportContent.Accuracy accuracy() {
        return new ReportContent.Accuracy(
                List.of(
                        new ReportContent.ModelAccuracy("cnn", false, evaluation("loo99", .676, .402)),
                        new ReportContent.ModelAccuracy("itemknn", true, evaluation("loo99", .607, .347)),
                        new ReportContent.ModelAccuracy("popularity", true, evaluation("loo99", .405, .227)),
                        new ReportContent.ModelAccuracy("cnn", false, evaluation("loo-full", .139, .071)),
                        new ReportContent.ModelAccuracy("itemknn", true, evaluation("loo-full", .121, .063)),
                        new ReportContent.ModelAccuracy("popularity", true, evaluation("loo-full", .044, .021))),
                42);
    }

    private static Evaluation evaluation(String protocol, double hr, double ndcg) {
        SortedMap<String, Double> m = new TreeMap<>();
        m.put("hr", hr);
        m.put("ndcg", ndcg);
        m.put("precision", hr / 10);
        m.put("recall", hr);
        m.put("mrr", ndcg * .86);
        m.put("auc", .6 + hr / 3);
        m.put("accuracy", .7 + hr / 5);
        m.put("alwaysNoAccuracy", .8);
        m.put("loss", .5 - hr / 5);
        return new Evaluation(protocol, 10, 4_338, m);
    }

    static ReportContent.Ranking ranking(String title, Verdict verdict) {
        List<ReportContent.RankedLine> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.add(new ReportContent.RankedLine(
                    i + 1,
                    i == 0 ? title : TITLES.get(15 - i),
                    1.42 - .14 * i + (i % 3) * .02,
                    OptionalDouble.empty(),
                    i == 8 ? Optional.empty() : Optional.of(TITLES.get(i % 4)),
                    i == 0 ? Optional.of(verdict) : i == 1 ? Optional.of(Verdict.PARTLY) : Optional.empty(),
                    i == 1));
        }
        return new ReportContent.Ranking("17850", "cnn", TITLES, lines);
    }

    static List<LabelledPart> parts() {
        List<LabelledPart> parts = new ArrayList<>();
        for (int i = 0; i < TITLES.size(); i++) {
            parts.add(new LabelledPart(Part.Kind.HISTORY, TITLES.get(i), VALUES[i]));
        }
        parts.add(new LabelledPart(Part.Kind.USER, "what the model learned about 17850", VALUES[TITLES.size()]));
        return parts;
    }

    static VerifiedExplanation checked(Verdict verdict, VerdictReason reason) {
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < VALUES.length; i++) {
            boolean user = i == TITLES.size();
            contributions.add(new Contribution(user ? Part.Kind.USER : Part.Kind.HISTORY, user ? 0 : i, VALUES[i]));
        }
        double sum = Arrays.stream(VALUES).sum();
        int[] history = IntStream.range(0, TITLES.size()).toArray();
        Explanation explanation = new Explanation(
                "integrated-gradients",
                new ExplanationRequest(Query.of(0, history), 99, 50),
                contributions,
                -2.013 + sum + .004,
                -2.013,
                OptionalDouble.of(.004));
        boolean measured = reason != VerdictReason.TOO_FEW_ITEMS && reason != VerdictReason.CHECK_FAILED;
        return new VerifiedExplanation(
                explanation, measured ? Optional.of(faithfulness()) : Optional.empty(), verdict, reason);
    }

    static ReportContent.Why why(String title, Verdict verdict, VerdictReason reason) {
        return new ReportContent.Why(
                "17850", title, OptionalInt.of(1), checked(verdict, reason), parts(), OptionalDouble.empty());
    }

    static Faithfulness faithfulness() {
        SortedMap<String, RemovalScores> controls = new TreeMap<>();
        controls.put("random", new RemovalScores(.62, .61, .501, .498, .55));
        controls.put("popularity", new RemovalScores(.58, .64, .462, .533, .52));
        controls.put("cosine", new RemovalScores(.41, .77, .331, .661, .44));
        controls.put("greedy", new RemovalScores(.25, .9, .208, .782, .35));
        SortedMap<String, RemovalCurve> curves = new TreeMap<>();
        curves.put("random", curve(1));
        curves.put("popularity", curve(1.25));
        curves.put("cosine", curve(2));
        double[] low = curve(1.7).deletion();
        double[] high = curve(.62).deletion();
        return new Faithfulness(
                5,
                16,
                new RemovalScores(.33, .83, .262, .721, .41),
                curve(2.9),
                controls,
                curves,
                low,
                high,
                .02,
                199,
                42,
                OptionalDouble.of(.031),
                OptionalDouble.empty(),
                List.of("user", "randomisation", "sensitivity"));
    }

    private static RemovalCurve curve(double power) {
        double[] share = new double[11];
        double[] deletion = new double[11];
        double[] insertion = new double[11];
        for (int i = 0; i < 11; i++) {
            share[i] = i / 10.0;
            deletion[i] = Math.pow(1 - share[i], power);
            insertion[i] = 1 - deletion[i];
        }
        return new RemovalCurve(share, deletion, insertion);
    }

    static ReportContent.Inside inside(String title) {
        Random random = new Random(7);
        List<String> rows = new ArrayList<>(List.of("user 17850"));
        boolean[] padding = new boolean[21];
        for (int i = 0; i < 20; i++) {
            boolean empty = i < 4;
            padding[i + 1] = empty;
            rows.add(empty ? "(padding)" : TITLES.get(i - 4));
        }
        float[] conv = new float[21 * 32];
        float[] embedding = new float[21 * 48];
        for (int r = 0; r < 21; r++) {
            for (int c = 0; c < 32; c++) {
                conv[r * 32 + c] = padding[r] ? 0 : (float) Math.max(0, random.nextGaussian() * .5);
            }
            for (int c = 0; c < 48; c++) {
                embedding[r * 48 + c] = padding[r] ? 0 : (float) (random.nextGaussian() * .3);
            }
        }
        float[] pooled = new float[32];
        for (int c = 0; c < 32; c++) {
            pooled[c] = (float) Math.abs(random.nextGaussian() * .4);
        }
        boolean[] none = {};
        return new ReportContent.Inside(
                "17850",
                title,
                List.of(
                        new ReportContent.Layer(
                                new LayerActivation("channels", "interaction", new int[] {21, 48}, embedding),
                                rows,
                                padding,
                                false,
                                true),
                        new ReportContent.Layer(
                                new LayerActivation("conv1d", "conv1d", new int[] {21, 32}, conv),
                                rows,
                                padding,
                                false,
                                true),
                        new ReportContent.Layer(
                                new LayerActivation("pooled", "weighted mean", new int[] {32}, pooled),
                                List.of(),
                                none,
                                false,
                                true),
                        new ReportContent.Layer(
                                new LayerActivation("score", "dense", new int[] {1}, new float[] {1.42f}),
                                List.of(),
                                none,
                                false,
                                false)));
    }

    static ReportContent.WorkedExample example() {
        return new ReportContent.WorkedExample(List.of(
                new LayerActivation("z1", "dense", new int[] {2}, new float[] {3, 0}),
                new LayerActivation("a1", "sigmoid", new int[] {2}, new float[] {.952574f, .5f}),
                new LayerActivation("z2", "dense", new int[] {2}, new float[] {1.952574f, 1.5f}),
                new LayerActivation("a2", "sigmoid", new int[] {2}, new float[] {.875727f, .817574f}),
                new LayerActivation("z3", "dense", new int[] {2}, new float[] {1.693302f, 2.693302f}),
                new LayerActivation("y", "sigmoid", new int[] {2}, new float[] {.844658f, .93663f})));
    }
}
