package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.Progress;

/** Real data, known figures: MovieLens 100K under loo99. Needs the data, which may not be shipped. */
class MovieLensAcceptanceTest {
    @TempDir
    Path folder;

    private DataOptions data;

    @BeforeEach
    void find() {
        String shared = System.getenv("VITRINE_DATA");
        Path file = Path.of(shared == null ? "" : shared, "ml-100k", "u.data");
        Assumptions.assumeTrue(
                shared != null && Files.exists(file), "set VITRINE_DATA to the folder that holds ml-100k");
        DataOptions guessed = DataOptions.of(file);
        data = new DataOptions(
                guessed.interactions(),
                guessed.items(),
                guessed.users(),
                guessed.format(),
                guessed.mapping(),
                List.of("user", "item", "value", "time"),
                guessed.cleaning(),
                guessed.eventWeights(),
                guessed.minValue(),
                0,
                0,
                false);
    }

    private static JobContext allCores() {
        int cores = Math.min(Runtime.getRuntime().availableProcessors(), 64);
        return new JobContext(Progress.NONE, CancellationToken.NEVER, cores);
    }

    /** Mean over three splits: one alone moves by .004 either way. */
    private double ndcgOfThreeSplits(String model) {
        double sum = 0;
        for (long seed = 1; seed <= 3; seed++) {
            EvaluateRequest request = new EvaluateRequest(data, model, Map.of(), "strat75", 10, seed);
            sum += new EvaluateAction().run(request, allCores()).metrics().getOrDefault("ndcg", 0.0);
        }
        return sum / 3;
    }

    private double hitRate(String model) {
        EvaluateResult result =
                new EvaluateAction().run(new EvaluateRequest(data, model, Map.of(), "loo99", 10, 42), allCores());
        assertEquals(943, result.users());
        return result.metrics().getOrDefault("hr", 0.0);
    }

    @Test
    void theYardsticksLandInTheirBands() {
        assertEquals(.405, hitRate("popularity"), .015);
        assertEquals(.607, hitRate("itemknn"), .035);
        assertEquals(.66, hitRate("ease"), .02);
        assertEquals(.25, ndcgOfThreeSplits("popularity"), .01);
        assertEquals(.435, ndcgOfThreeSplits("itemknn"), .015);
        assertEquals(.482, ndcgOfThreeSplits("ease"), .01);
        double pairs = ndcgOfThreeSplits("bpr");
        assertTrue(pairs >= .43, "nDCG@10 " + pairs);
    }

    @Test
    void neuMfWithItsDefaultsLandsInItsBand() {
        double hitRate = hitRate("neumf");
        assertTrue(hitRate >= .63, "HR@10 " + hitRate);
    }

    @Test
    void threeEpochsOfTheArticlesModelAreFarAbovePopularity() {
        Path out = folder.resolve("m.vitrine");
        TrainResult trained = new TrainAction()
                .run(
                        new TrainRequest(
                                data, "cnn", "loo", Map.of("epochs", "3", "lr", "0.003"), 42, Optional.of(out), true),
                        allCores());
        assertTrue(trained.epochs().get(2).loss() < .8 * trained.baseRateLoss());
        double hitRate = hitRate(out.toString());
        assertTrue(hitRate >= .55, "HR@10 " + hitRate);
        RecommendResult list = new RecommendAction()
                .run(new RecommendRequest(out, Optional.of("196"), Optional.empty(), 10, false), JobContext.quiet());
        assertEquals(10, list.items().size());
        ExplainResult why = new ExplainAction()
                .run(
                        new ExplainRequest(
                                out,
                                Optional.of("196"),
                                Optional.empty(),
                                list.items().get(0).item(),
                                "integrated-gradients",
                                50,
                                0,
                                42),
                        allCores());
        double difference = why.score() - why.baselineScore();
        double sum = why.parts().stream()
                .mapToDouble(ExplainResult.ExplainedPart::attribution)
                .sum();
        assertEquals(difference, sum, .01 * Math.abs(difference), "completeness at 50 steps");
    }
}
