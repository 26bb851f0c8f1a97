package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vitrine.data.split.Split;
import vitrine.network.Parameters;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.WrongUsageException;

/** A training that was stopped and resumed is the training that was not, bit for bit. */
class ResumeTest {
    private static final Split SPLIT = PlantedShop.split();
    private static final TrainingData DATA = TrainingData.of(SPLIT, 42);
    private static final int BATCHES = 24;

    private static TrainingSettings settings(int epochs, int patience) {
        return new TrainingSettings(epochs, 100, .02, 4, patience, 1e-5, Sampling.POPULARITY, 30, 0);
    }

    private static JobContext threads(int threads) {
        return new JobContext(Progress.NONE, CancellationToken.NEVER, threads);
    }

    /** Parameters, history without durations. */
    private record Outcome(CnnLearner learner, List<List<Object>> epochs, int best) {
        static Outcome of(CnnLearner learner, TrainingHistory history) {
            List<List<Object>> epochs = new ArrayList<>();
            history.epochs().forEach(e -> epochs.add(List.of(e.epoch(), e.loss(), e.accuracy(), e.validation())));
            return new Outcome(learner, epochs, history.bestEpoch());
        }

        void assertSame(Outcome other) {
            assertEquals(epochs, other.epochs);
            assertEquals(best, other.best);
            assertSameBits(learner.parameters(), other.learner.parameters());
        }
    }

    private static void assertSameBits(Parameters a, Parameters b) {
        a.tensors().forEach((name, tensor) -> assertArrayEquals(tensor.values(), b.values(name), name));
    }

    private static Outcome straight(TrainingSettings settings, TrainingListener listener) {
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 42);
        return Outcome.of(learner, new Trainer(settings, 42).train(learner, DATA, threads(1), listener));
    }

    /** What was kept when training was cancelled after a batch. */
    private static TrainingState stoppedAfter(TrainingSettings settings, int epochToStop, int batchToStop) {
        CancellationSource source = new CancellationSource();
        List<TrainingState> states = new ArrayList<>();
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 42);
        assertThrows(
                CancelledException.class,
                () -> new Trainer(settings, 42)
                        .train(learner, DATA, new JobContext(Progress.NONE, source, 2), new TrainingListener() {
                            @Override
                            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                                assertEquals(BATCHES, batches);
                                if (epoch == epochToStop && batch == batchToStop) {
                                    source.cancel();
                                }
                            }

                            @Override
                            public void onStopped(TrainingMoment moment) {
                                states.add(moment.state());
                            }
                        }));
        assertEquals(1, states.size());
        return states.get(0);
    }

    private static Outcome resumed(TrainingSettings settings, TrainingState state, int threads) {
        // Another start, so that everything must come from the state.
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 99);
        return Outcome.of(
                learner,
                new Trainer(settings, 42).resume(learner, DATA, threads(threads), TrainingListener.NONE, state));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 23", "2, 11", "2, 23", "3, 5"})
    void cancelAndResumeGiveTheBitsOfAStraightRun(int epoch, int batch) {
        TrainingSettings settings = settings(3, 0);
        TrainingState state = stoppedAfter(settings, epoch, batch);
        assertEquals(epoch, state.epoch());
        assertEquals(batch, state.batch());
        assertEquals((epoch - 1L) * BATCHES + batch, state.optimizer().step());
        straight(settings, TrainingListener.NONE).assertSame(resumed(settings, state, 2));
    }

    @Test
    void aRunMayBeStoppedTwice() {
        TrainingSettings settings = settings(3, 0);
        TrainingState first = stoppedAfter(settings, 1, 20);
        CancellationSource source = new CancellationSource();
        List<TrainingState> states = new ArrayList<>();
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 7);
        assertThrows(
                CancelledException.class,
                () -> new Trainer(settings, 42)
                        .resume(
                                learner,
                                DATA,
                                new JobContext(Progress.NONE, source, 1),
                                new TrainingListener() {
                                    @Override
                                    public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                                        if (epoch == 3) {
                                            source.cancel();
                                        }
                                    }

                                    @Override
                                    public void onStopped(TrainingMoment moment) {
                                        states.add(moment.state());
                                    }
                                },
                                first));
        assertEquals(2, states.get(0).epochs().size());
        straight(settings, TrainingListener.NONE).assertSame(resumed(settings, states.get(0), 1));
    }

    @Test
    void anyKeptEpochCanBeGoneBackToAndGoneOnFrom() {
        TrainingSettings settings = settings(4, 0);
        KeptEpochs kept = new KeptEpochs(1L << 30);
        List<Parameters> snapshots = new ArrayList<>();
        CnnLearner watched = PlantedShop.learner(SPLIT, settings, 42);
        Outcome straight =
                Outcome.of(watched, new Trainer(settings, 42).train(watched, DATA, threads(2), new TrainingListener() {
                            @Override
                            public void onEpoch(EpochRecord epoch, Supplier<vitrine.model.Recommender> snapshot) {
                                snapshots.add(watched.parameters().copy());
                            }

                            @Override
                            public void onState(TrainingMoment moment) {
                                kept.onState(moment);
                            }
                        }));
        assertEquals(Set.of(1, 2, 3, 4), kept.epochs());
        assertTrue(kept.after(5).isEmpty());
        for (int epoch = 1; epoch <= 4; epoch++) {
            TrainingState state = kept.after(epoch).orElseThrow();
            assertSameBits(snapshots.get(epoch - 1), state.parameters());
            straight.assertSame(resumed(settings, state, 1));
        }
    }

    @Test
    void whereThereIsLittleRoomTheNewestAndTheBestEpochAreKept() {
        TrainingSettings settings = settings(12, 0);
        KeptEpochs kept = new KeptEpochs(1);
        Outcome straight = straight(settings, kept);
        assertEquals(Set.of(Math.min(11, straight.best()), 12), kept.epochs());
    }

    @Test
    void patienceCountsOnAcrossAStop() {
        TrainingSettings settings = settings(60, 2);
        Outcome straight = straight(settings, TrainingListener.NONE);
        assertTrue(straight.epochs().size() < 60, "never stopped early");
        TrainingState state = stoppedAfter(settings, straight.epochs().size(), 3);
        straight.assertSame(resumed(settings, state, 2));
        KeptEpochs kept = new KeptEpochs(1L << 30);
        straight(settings, kept);
        straight.assertSame(
                resumed(settings, kept.after(straight.epochs().size()).orElseThrow(), 1));
    }

    @Test
    void aStateIsACopy() {
        TrainingSettings settings = settings(2, 0);
        TrainingState state = stoppedAfter(settings, 1, 5);
        Parameters before = state.parameters().copy();
        Parameters moment = state.optimizer().firstMoment().copy();
        resumed(settings, state, 1);
        assertSameBits(before, state.parameters());
        assertSameBits(moment, state.optimizer().firstMoment());
    }

    @Test
    void moreEpochsMayBeAskedForWhenResuming() {
        TrainingState state = stoppedAfter(settings(2, 0), 2, 3);
        straight(settings(4, 0), TrainingListener.NONE).assertSame(resumed(settings(4, 0), state, 1));
    }

    @Test
    void aStateOfAnotherTrainingIsRefused() {
        TrainingSettings settings = settings(2, 0);
        TrainingState state = stoppedAfter(settings, 1, 5);
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 42);
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> new Trainer(settings, 43).resume(learner, DATA, threads(1), TrainingListener.NONE, state));
        assertTrue(refused.getMessage().startsWith("The state at epoch 1, batch 5 belongs to another training"));
        TrainingSettings larger = new TrainingSettings(2, 1000, .02, 4, 0, 0);
        assertThrows(
                BadInputException.class,
                () -> new Trainer(larger, 42).resume(learner, DATA, threads(1), TrainingListener.NONE, state));
        Split other = new vitrine.data.split.NoSplit().split(SmallLogs.pairs(300));
        CnnLearner another = PlantedShop.learner(other, settings, 42);
        assertThrows(
                BadInputException.class,
                () -> new Trainer(settings, 42)
                        .resume(another, TrainingData.of(other, 42), threads(1), TrainingListener.NONE, state));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingState(
                        1,
                        2,
                        0,
                        StepOutcome.NOTHING,
                        0,
                        List.of(),
                        0,
                        state.parameters(),
                        state.best(),
                        state.optimizer()));
    }

    @Test
    void aLossThatIsNoNumberStopsAtItsBatch() {
        TrainingSettings settings = settings(4, 0);
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 42);
        List<Integer> heard = new ArrayList<>();
        BadInputException diverged = assertThrows(
                BadInputException.class,
                () -> new Trainer(settings, 42).train(learner, DATA, threads(2), new TrainingListener() {
                    @Override
                    public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                        heard.add(batch);
                        if (epoch == 2 && batch == 6) {
                            learner.parameters().values("score.bias")[0] = Float.NaN;
                            learner.parametersChanged();
                        }
                    }
                }));
        assertEquals(BATCHES + 6, heard.size());
        assertEquals(
                "Training diverged at epoch 2, batch 7: the loss is not a number. The last good state (epoch 1) is"
                        + " kept. Lower the learning rate (--lr, now 0.02) and try again.",
                diverged.getMessage());
        assertTrue(learner.parameters().isFinite());
    }

    @Test
    void warmingUpChangesTheModelAndTheFirstStepIsSmaller() {
        TrainingSettings warm = new TrainingSettings(1, 100, .02, 4, 0, 0, Sampling.UNIFORM, .5, 0);
        TrainingSettings cold = new TrainingSettings(1, 100, .02, 4, 0, 0);
        TrainingState start = stoppedAfter(cold, 1, 1);
        float[] before = PlantedShop.learner(SPLIT, cold, 42).parameters().values("score.weight");
        float[] coldStep = start.parameters().values("score.weight");
        float[] warmStep = stoppedAfter(warm, 1, 1).parameters().values("score.weight");
        for (int i = 0; i < before.length; i++) {
            // Adam's first step is the rate, whatever the gradient; half of 24 steps are a rise.
            assertEquals(.02, Math.abs(coldStep[i] - before[i]), 1e-4);
            assertEquals(.02 / 12, Math.abs(warmStep[i] - before[i]), 1e-5);
        }
        assertFalse(java.util.Arrays.equals(coldStep, warmStep));
    }

    @ParameterizedTest
    @EnumSource
    void anyNetworksLearnerResumesToo(vitrine.network.Adam.Form form) {
        TrainingSettings settings = settings(2, 0);
        NetworkLearner one =
                new NetworkLearner(PlantedShop.learner(SPLIT, settings, 1).model(), settings, form, 42);
        List<TrainingState> states = new ArrayList<>();
        new Trainer(settings, 42).train(one, DATA, threads(2), new TrainingListener() {
            @Override
            public void onState(TrainingMoment moment) {
                if (states.isEmpty() && one.optimizer().step() == 30) {
                    states.add(moment.state());
                }
            }
        });
        NetworkLearner other =
                new NetworkLearner(PlantedShop.learner(SPLIT, settings, 2).model(), settings, form, 42);
        new Trainer(settings, 42).resume(other, DATA, threads(1), TrainingListener.NONE, states.get(0));
        assertSameBits(one.parameters(), other.parameters());
    }

    @Test
    void checkpointsAreDueByBatchesOrBySeconds() {
        assertEquals(new CheckpointSchedule(500, 0), CheckpointSchedule.of("500"));
        CheckpointSchedule time = CheckpointSchedule.of(" 30S ");
        assertEquals(new CheckpointSchedule(0, 30), time);
        assertTrue(new CheckpointSchedule(5, 0).isDue(5, 0));
        assertFalse(new CheckpointSchedule(5, 0).isDue(4, Long.MAX_VALUE));
        assertTrue(time.isDue(1, 30_000_000_000L));
        assertFalse(time.isDue(Long.MAX_VALUE, 29_999_999_999L));
        for (String text : List.of("", "0", "-1", "1.5", "0s", "86401s", "2m", "9999999999", "s")) {
            WrongUsageException refused =
                    assertThrows(WrongUsageException.class, () -> CheckpointSchedule.of(text), text);
            assertTrue(refused.getMessage().startsWith("--checkpoint-every must be a number of batches"));
        }
    }
}
