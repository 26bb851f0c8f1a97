package vitrine.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vitrine.action.Action;
import vitrine.action.ActivationsResult;
import vitrine.action.AssessResult;
import vitrine.action.BenchmarkResult;
import vitrine.action.CompareResult;
import vitrine.action.CounterfactualResult;
import vitrine.action.DemoResult;
import vitrine.action.EvaluateResult;
import vitrine.action.ExplainResult;
import vitrine.action.GenerateResult;
import vitrine.action.ImportResult;
import vitrine.action.OpenCounterfactual;
import vitrine.action.Probabilities;
import vitrine.action.ProbabilityCheck;
import vitrine.action.RecommendResult;
import vitrine.action.SearchResult;
import vitrine.action.TrainResult;
import vitrine.run.JobContext;
import vitrine.train.EpochRecord;

/** Verbs without an engine: they remember what they were asked and answer with fixed records, or fail as told. */
final class Fakes {
    final AtomicReference<@Nullable Object> request = new AtomicReference<>();
    final AtomicReference<@Nullable JobContext> context = new AtomicReference<>();
    Optional<Throwable> failure = Optional.empty();
    Runnable during = () -> {};

    Verbs verbs() {
        return new Verbs(
                answer(imported()),
                answer(new GenerateResult(List.of("shop/events.csv"), 2, 3, 4L)),
                answer(trained()),
                answer(evaluated()),
                answer(recommended()),
                answer(explained()),
                answer(activated()),
                answer(new DemoResult("out/report.html", List.of("out/loss.png"), 61.5)),
                answer(benchmarked()),
                answer(compared()),
                answer(searched()),
                answer(changed()),
                answer(assessed()));
    }

    private static CounterfactualResult changed() {
        return new CounterfactualResult(
                "007",
                "b",
                "Tea",
                10,
                "drop",
                true,
                List.of(new CounterfactualResult.Item("a", "Milk")),
                1,
                true,
                0,
                new CounterfactualResult.Place(1, 2.5),
                new CounterfactualResult.Place(14, .5),
                new CounterfactualResult.Listed("c", "Coffee", 10),
                null,
                21,
                new CounterfactualResult.Moment(
                        true,
                        List.of(new OpenCounterfactual.MomentChange("hour", "9", "20")),
                        1,
                        true,
                        new CounterfactualResult.Place(12, .75),
                        null,
                        null,
                        30),
                new ExplainResult.Sentence("Without Milk, Tea drops.", "去掉 Milk 后，Tea 下降。"),
                false,
                12.5);
    }

    private static AssessResult assessed() {
        AssessResult.Spread half = new AssessResult.Spread(.5, .1);
        AssessResult.Spread nothing = new AssessResult.Spread(null, null);
        AssessResult.Row occlusion = new AssessResult.Row(
                "occlusion",
                false,
                943,
                half,
                half,
                half,
                half,
                half,
                half,
                half,
                new AssessResult.Sanity(.1, .2, .15, 60, true, List.of(.4, .1)),
                half,
                half,
                half,
                true,
                "green");
        AssessResult.Row cosine = new AssessResult.Row(
                "cosine", true, 943, half, half, half, half, half, half, nothing, null, nothing, nothing, nothing, null,
                null);
        return new AssessResult(
                "cnn",
                "ab",
                943,
                1,
                1,
                false,
                200,
                List.of(42L),
                42,
                List.of("top", "bottom"),
                List.of(occlusion, cosine),
                List.of(new AssessResult.Difference(
                        "cosine", "occlusion", "cosine", "f", .1, .05, .15, .001, .002, "wilcoxon", 943, 600, 300)),
                List.of(new AssessResult.NotFitting("exact", "It needs a linear model.")),
                2.5);
    }

    private static SearchResult searched() {
        SearchResult.Trial trial =
                new SearchResult.Trial(1, 0, new TreeMap<>(Map.of("lr", "1.00e-03")), .25, true, 1.5);
        return new SearchResult(
                "neumf",
                "loo99, validation",
                "ndcg",
                "random",
                2,
                new TreeMap<>(),
                List.of(trial),
                Optional.of(trial),
                true,
                0,
                2.5);
    }

    private static CompareResult compared() {
        CompareResult.Compared ease = new CompareResult.Compared("ease", "ease", measures(), new TreeMap<>(), 1, 2);
        CompareResult.Compared knn =
                new CompareResult.Compared("itemknn", "itemknn", measures(), new TreeMap<>(), 1, 2);
        CompareResult.Product tea = new CompareResult.Product("007", "Tea");
        CompareResult.Place place = new CompareResult.Place(1, "007", "Tea", .5, List.of(1, 3), true);
        return new CompareResult(
                "loo99",
                10,
                943,
                1,
                List.of(ease, knn),
                List.of(new CompareResult.PairTest(
                        "ease", "itemknn", "ndcg", .01, .02, "wilcoxon", .03, .01, .05, 943, 200, 100)),
                List.of(new CompareResult.Overlap(
                        "ease",
                        "itemknn",
                        10,
                        .5,
                        .9,
                        .4,
                        List.of(0, 0, 0, 0, 0, 943, 0, 0, 0, 0),
                        List.of(new CompareResult.Disagreement("42", .5, .4)))),
                Optional.of(new CompareResult.SideBySide(
                        "42",
                        List.of(tea),
                        List.of(tea),
                        List.of(
                                new CompareResult.TopList("ease", List.of(place)),
                                new CompareResult.TopList("itemknn", List.of())))),
                2.5);
    }

    <T> T asked(Class<T> type) {
        return type.cast(java.util.Objects.requireNonNull(request.get(), "no verb was run"));
    }

    private <Q, R> Action<Q, R> answer(R result) {
        return (asked, with) -> {
            request.set(asked);
            context.set(with);
            during.run();
            failure.ifPresent(Fakes::raise);
            with.cancellation().throwIfCancelled();
            return result;
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        throw (E) failure;
    }

    private static ImportResult imported() {
        return new ImportResult(
                10,
                8,
                2,
                3,
                8,
                0.25,
                "2011-01-01T00:00:00Z",
                "2011-02-01T00:00:00Z",
                List.of(new ImportResult.Step("missing-user", 10, 8, 0)),
                List.of(new ImportResult.Rejected("a.csv", 7, "no time")),
                List.of(new ImportResult.Column("user", "text", 1, 2)),
                0.5,
                20);
    }

    private static BenchmarkResult benchmarked() {
        BenchmarkResult.Machine machine = new BenchmarkResult.Machine("Linux", "Some CPU", 2, "17", "plain loops", 512);
        BenchmarkResult.Peer peer = new BenchmarkResult.Peer("PyTorch", "fused, 1 thread", 500, Optional.empty(), 2.5);
        BenchmarkResult.Figure figure = new BenchmarkResult.Figure(
                "a-work", "what it is", "examples/s", 2, 1250, 1000, 1300, 5, Optional.of(158.4), Optional.of(peer));
        return new BenchmarkResult(machine, "a shop", List.of(figure), 12.5);
    }

    private static TrainResult trained() {
        EpochRecord epoch = new EpochRecord(1, .5, .8, new TreeMap<>(Map.of("loss", Double.NaN)), 2, 1000);
        return new TrainResult(
                "cnn",
                List.of(epoch),
                new TreeMap<>(Map.of("epochs", 1, "lr", 0.001)),
                new TrainResult.TrainProvenance("ab".repeat(32), "loo", 42, 2, new TreeMap<>(Map.of("vitrine", "0"))),
                0.5004,
                0.8,
                "m.vitrine",
                new Probabilities("calibrated", "temperature", "next-new-item", .75, 943, null));
    }

    static EvaluateResult evaluated() {
        return new EvaluateResult(
                "cnn",
                "loo-full",
                10,
                943,
                new TreeMap<>(measures()),
                1.5,
                0,
                new TreeMap<>(),
                "users",
                List.of(),
                List.of(),
                Optional.empty(),
                0,
                1.5,
                new ProbabilityCheck(
                        "measured",
                        "next-new-item",
                        42L,
                        943,
                        List.of(
                                new ProbabilityCheck.Bin(.02518, .0235, .019, .029, 3745),
                                new ProbabilityCheck.Bin(.00008, .00011, .00009, .00013, 1132986)),
                        .097,
                        .082));
    }

    private static SortedMap<String, Double> measures() {
        SortedMap<String, Double> measures = new TreeMap<>();
        for (String name : List.of("hr", "ndcg", "precision", "recall", "map", "mrr", "auc", "loss", "accuracy")) {
            measures.put(name, 0.5);
        }
        return measures;
    }

    private static RecommendResult recommended() {
        return new RecommendResult(
                "007",
                List.of(new RecommendResult.HistoryItem("a", "Tea", 1)),
                List.of(
                        new RecommendResult.Ranked(1, "b", "Pot", 1.25, null, "mostly Tea"),
                        new RecommendResult.Ranked(2, "c", "杯子\u001b[2J", Double.NEGATIVE_INFINITY, 0.5, "none")),
                true,
                3.5,
                null);
    }

    static ExplainResult explained() {
        TreeMap<String, ExplainResult.Control> controls = new TreeMap<>();
        controls.put("random", new ExplainResult.Control(.1, .2, .3, .4, .5));
        return new ExplainResult(
                null,
                "b",
                "Pot",
                2.5,
                null,
                0.5,
                "integrated-gradients",
                List.of(
                        new ExplainResult.ExplainedPart("history", "a", "Tea", 2.25, null),
                        new ExplainResult.ExplainedPart("history", "d", "Lid", -0.5, null),
                        new ExplainResult.ExplainedPart("user", "", "", 0.0, null)),
                0.001,
                new TreeMap<>(),
                new ExplainResult.Evidence(
                        .1,
                        .9,
                        .2,
                        .8,
                        .3,
                        .05,
                        null,
                        controls,
                        .01,
                        "supported",
                        "beats-random-and-cosine",
                        List.of("user")),
                new ExplainResult.Sentence("Tea raised the score most.", "茶的影响最大。"),
                false,
                4.5,
                new ExplainResult.Against("c", "Cup", 1.5),
                1.0,
                -.5);
    }

    private static ActivationsResult activated() {
        return new ActivationsResult(
                "007",
                "b",
                List.of("user"),
                List.of(new ActivationsResult.LayerView(
                        "dense", "dense", new int[] {1, 2}, new float[] {1.5f, Float.NaN}, new double[] {
                            0.5, Double.POSITIVE_INFINITY
                        })),
                new java.util.TreeMap<>(java.util.Map.of("fields", List.of("user", "hour"))));
    }
}
