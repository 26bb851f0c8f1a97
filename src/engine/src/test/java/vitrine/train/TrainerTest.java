package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.split.Split;
import vitrine.metric.Ranks;
import vitrine.model.Cnn;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.network.Parameters;
import vitrine.network.Tensor;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class TrainerTest {
    private static final Split SPLIT = PlantedShop.split();

    private static TrainingSettings settings(int epochs, double rate, int patience) {
        return new TrainingSettings(epochs, 100, rate, 4, patience, 1e-5);
    }

    private static JobContext threads(int threads) {
        return new JobContext(Progress.NONE, CancellationToken.NEVER, threads);
    }

    private static TrainingHistory train(CnnLearner learner, TrainingSettings settings, long seed, int threads) {
        return new Trainer(settings, seed)
                .train(learner, TrainingData.of(SPLIT, seed), threads(threads), TrainingListener.NONE);
    }

    private static Parameters trained(long seed, int threads) {
        TrainingSettings settings = settings(3, .01, 0);
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, seed);
        train(learner, settings, seed, threads);
        return learner.parameters();
    }

    private static boolean same(Parameters a, Parameters b) {
        return a.tensors().entrySet().stream()
                .allMatch(e -> Arrays.equals(e.getValue().values(), b.values(e.getKey())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void sameSeedSameBytesForAnyNumberOfThreads(int threads) {
        assertTrue(same(trained(42, 1), trained(42, threads)));
    }

    @ParameterizedTest
    @EnumSource
    void everySamplingGivesItsOwnModelAndTheSameForAnyNumberOfThreads(Sampling sampling) {
        Parameters one = trained(sampling, 1);
        assertTrue(same(one, trained(sampling, 3)));
        for (Sampling other : Sampling.values()) {
            assertEquals(other == sampling, same(one, trained(other, 1)), other.word());
        }
    }

    private static Parameters trained(Sampling sampling, int threads) {
        TrainingSettings settings = new TrainingSettings(2, 100, .01, 4, 0, 0, sampling, 0, 0);
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 42);
        train(learner, settings, 42, threads);
        return learner.parameters();
    }

    @Test
    void anotherSeedAnotherModel() {
        assertFalse(same(trained(42, 1), trained(43, 1)));
    }

    @Test
    void learnsWhatIsPlanted() {
        TrainingSettings settings = settings(25, .01, 0);
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 42);
        TrainingHistory history = train(learner, settings, 42, 2);
        EpochRecord last = history.epochs().get(history.epochs().size() - 1);
        assertEquals(.5004, history.baseRateLoss(), 1e-4);
        assertEquals(.8, history.alwaysNoAccuracy(), 1e-12);
        assertTrue(last.loss() < history.baseRateLoss() / 2, "loss " + last.loss());
        assertTrue(last.accuracy() > history.alwaysNoAccuracy(), "accuracy " + last.accuracy());
        int first = 0;
        for (int item = 0; item < PlantedShop.ITEMS; item++) {
            int last6 = item;
            int[] walked = IntStream.rangeClosed(0, 5)
                    .map(back -> Math.floorMod(last6 - 5 + back, PlantedShop.ITEMS))
                    .toArray();
            int[] others = IntStream.range(0, PlantedShop.ITEMS)
                    .filter(i -> IntStream.of(walked).noneMatch(w -> w == i))
                    .toArray();
            double[] scores = new double[others.length];
            learner.model().score(Query.of(Query.UNKNOWN_USER, walked), others, scores);
            int follower = Arrays.binarySearch(others, PlantedShop.follower(item));
            first += Ranks.of(scores, follower) == 1 ? 1 : 0;
        }
        assertTrue(first >= PlantedShop.ITEMS * .8, "follower first for " + first + " of " + PlantedShop.ITEMS);
    }

    @Test
    void theBestEpochIsKeptAndPatienceEndsTheRun() {
        TrainingSettings settings = settings(60, .05, 2);
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 1);
        List<Parameters> snapshots = new ArrayList<>();
        TrainingHistory history = new Trainer(settings, 1)
                .train(learner, TrainingData.of(SPLIT, 1), threads(2), new TrainingListener() {
                    @Override
                    public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
                        snapshots.add(((Cnn) snapshot.get()).parameters());
                    }
                });
        List<EpochRecord> epochs = history.epochs();
        assertTrue(epochs.size() < 60, "never stopped");
        assertEquals(history.bestEpoch() + 2, epochs.size());
        double[] quality = epochs.stream()
                .mapToDouble(e -> e.validation().getOrDefault("ndcg", Double.NaN))
                .toArray();
        double best = Arrays.stream(quality).max().orElseThrow();
        assertEquals(best, quality[history.bestEpoch() - 1]);
        assertTrue(same(snapshots.get(history.bestEpoch() - 1), learner.parameters()));
        assertFalse(same(snapshots.get(epochs.size() - 1), learner.parameters()));
        double[] score = new double[1];
        learner.model().score(Query.of(1, 2, 3), new int[] {5}, score);
        assertEquals(
                learner.model().with(learner.parameters().copy()).score(Query.of(1, 2, 3), 5),
                score[0],
                "the kernel has been told of the rewind");
    }

    @Test
    void stopsWithinOneBatch() {
        CancellationSource source = new CancellationSource();
        List<Integer> batches = new ArrayList<>();
        TrainingSettings settings = settings(5, .01, 0);
        assertThrows(
                CancelledException.class,
                () -> new Trainer(settings, 1)
                        .train(
                                PlantedShop.learner(SPLIT, settings, 1),
                                TrainingData.of(SPLIT, 1),
                                new JobContext(Progress.NONE, source, 2),
                                new TrainingListener() {
                                    @Override
                                    public void onBatch(int epoch, int batch, int of, StepOutcome outcome) {
                                        batches.add(batch);
                                        if (batches.size() == 7) {
                                            source.cancel();
                                        }
                                    }
                                }));
        assertEquals(7, batches.size());
    }

    @Test
    void aDivergedRunSaysSoAndRestoresTheLastGoodState() {
        TrainingSettings settings = settings(4, 1, 0);
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 1);
        Parameters[] good = new Parameters[1];
        BadInputException diverged = assertThrows(
                BadInputException.class,
                () -> new Trainer(settings, 1)
                        .train(learner, TrainingData.of(SPLIT, 1), threads(1), new TrainingListener() {
                            @Override
                            public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
                                if (epoch.epoch() == 1) {
                                    good[0] = learner.parameters().copy();
                                    learner.parameters().values("vectors")[0] = Float.MAX_VALUE;
                                    Arrays.fill(learner.parameters().values("score.weight"), Float.MAX_VALUE);
                                }
                            }
                        }));
        assertTrue(diverged.getMessage().contains("diverged at epoch 2, batch "), diverged.getMessage());
        assertTrue(diverged.getMessage().contains("The last good state (epoch 1) is kept."), diverged.getMessage());
        assertTrue(diverged.getMessage().contains("(--lr, now 1.0)"), diverged.getMessage());
        for (Map.Entry<String, Tensor> tensor : good[0].tensors().entrySet()) {
            assertArrayEquals(tensor.getValue().values(), learner.parameters().values(tensor.getKey()));
        }
    }

    @Test
    void progressCountsBatchesOfAllEpochs() {
        List<Long> done = new ArrayList<>();
        TrainingSettings settings = settings(2, .01, 0);
        new Trainer(settings, 1)
                .train(
                        PlantedShop.learner(SPLIT, settings, 1),
                        TrainingData.of(SPLIT, 1),
                        JobContext.quiet().withProgress((stage, now, total) -> {
                            done.add(now);
                            assertEquals(2 * 24, total);
                        }),
                        TrainingListener.NONE);
        assertEquals(java.util.stream.LongStream.rangeClosed(1, 48).boxed().toList(), done);
    }

    @Test
    void withoutValidationTheTrainingLossChooses() {
        Split small = new vitrine.data.split.NoSplit().split(SmallLogs.pairs(30));
        TrainingSettings settings = settings(3, .01, 0);
        TrainingHistory history = new Trainer(settings, 1)
                .train(
                        PlantedShop.learner(small, settings, 1),
                        TrainingData.of(small, 1),
                        JobContext.quiet(),
                        TrainingListener.NONE);
        double[] losses =
                history.epochs().stream().mapToDouble(EpochRecord::loss).toArray();
        assertTrue(history.epochs().get(0).validation().isEmpty());
        assertEquals(Arrays.stream(losses).min().orElseThrow(), losses[history.bestEpoch() - 1]);
    }
}
