package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.model.file.CheckpointFile;
import vitrine.model.file.ModelFile;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.train.EpochRecord;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingMoment;
import vitrine.train.TrainingSnapshot;

/** What the window adds to training: looking at it on the way and going back. */
class LiveTrainingTest {
    private static final Query QUESTION = Query.of(3, 0, 1, 2);

    @TempDir
    Path folder;

    private DataSession data;
    private TrainRequest request;

    @BeforeEach
    void open() {
        TinyShop shop = new TinyShop(folder);
        data = DataSession.open(shop.data, JobContext.quiet());
        request = shop.training("cnn", folder.resolve("m.vitrine"));
    }

    private static double[] scores(Recommender model) {
        double[] scores = new double[TinyShop.ITEMS];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = model.score(QUESTION, item);
        }
        return scores;
    }

    @Test
    void aRunCanBeTakenBackToAnyEpoch() {
        List<double[]> after = new ArrayList<>();
        LiveTraining training = new LiveTraining(data, new TrainingListener() {
            @Override
            public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
                after.add(scores(snapshot.get()));
            }
        });
        TrainedRun run = training.run(request, JobContext.quiet());
        assertEquals(Set.of(1, 2, 3, 4, 5, 6), run.kept().epochs());
        TrainedRun earlier = training.rewind(request, run, 2, JobContext.quiet());
        assertEquals(2, earlier.history().bestEpoch());
        assertEquals(run.history().epochs(), earlier.history().epochs());
        Recommender written = ModelFile.read(folder.resolve("m.vitrine")).recommender();
        for (Recommender model : List.of(earlier.session().trained().recommender(), written)) {
            assertEquals(List.of(after.get(1)[5], after.get(1)[20]), List.of(scores(model)[5], scores(model)[20]));
        }
        assertEquals(
                2,
                ModelFile.read(folder.resolve("m.vitrine"))
                        .provenance()
                        .parameters()
                        .get("rewoundToEpoch"));
        TrainedRun again = training.rewind(request, earlier, 6, JobContext.quiet());
        assertEquals(after.get(5)[7], scores(again.session().trained().recommender())[7]);
        CannotAnswerException gone =
                assertThrows(CannotAnswerException.class, () -> training.rewind(request, run, 7, JobContext.quiet()));
        assertTrue(gone.getMessage().contains("Kept: [1, 2, 3, 4, 5, 6]"), gone.getMessage());
    }

    @Test
    void takenBackToItsBestEpochARunHasTheFileItHadAtFirst() {
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(request, JobContext.quiet());
        byte[] first = bytes(folder.resolve("m.vitrine"));
        int other = run.history().bestEpoch() == 3 ? 4 : 3;
        TrainedRun earlier = training.rewind(request, run, other, JobContext.quiet());
        assertFalse(java.util.Arrays.equals(first, bytes(folder.resolve("m.vitrine"))));
        training.rewind(request, earlier, run.history().bestEpoch(), JobContext.quiet());
        assertArrayEquals(first, bytes(folder.resolve("m.vitrine")));
    }

    @Test
    void trainingGoesOnFromAnEarlierEpochAndComesOutTheSameWithTheSameSettings() {
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(request, JobContext.quiet());
        byte[] straight = bytes(folder.resolve("m.vitrine"));
        TrainRequest again = request(request.parameters(), Optional.empty(), "again.vitrine");
        TrainedRun same = training.goOn(again, run, 2, JobContext.quiet());
        assertEquals(run.history().bestEpoch(), same.history().bestEpoch());
        assertArrayEquals(straight, bytes(folder.resolve("again.vitrine")));

        Map<String, String> longer = new HashMap<>(request.parameters());
        longer.put("epochs", "9");
        longer.put("lr", "0.002");
        TrainedRun other =
                training.goOn(request(longer, Optional.empty(), "other.vitrine"), run, 6, JobContext.quiet());
        assertEquals(9, other.history().epochs().size());
        assertEquals(run.history().epochs(), other.history().epochs().subList(0, 6));
        assertEquals(6, other.result().parameters().get("continuedAfterEpoch"));
        assertEquals("{lr=0.01}", other.result().parameters().get("continuedFrom"));
        CannotAnswerException nothing =
                assertThrows(CannotAnswerException.class, () -> training.goOn(again, run, 6, JobContext.quiet()));
        assertTrue(nothing.getMessage().contains("Ask for more epochs"), nothing.getMessage());
    }

    private TrainRequest with(String name, String value, String out) {
        Map<String, String> parameters = new HashMap<>(request.parameters());
        parameters.put("epochs", "9");
        parameters.put(name, value);
        return request(parameters, Optional.empty(), out);
    }

    @Test
    void aModelOfOtherSizesCannotGoOnAndNothingIsWritten() {
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(request, JobContext.quiet());
        for (String[] other : new String[][] {{"dim", "16"}, {"filters", "4"}, {"history", "5"}}) {
            CannotAnswerException refused = assertThrows(
                    CannotAnswerException.class,
                    () -> training.goOn(with(other[0], other[1], "other.vitrine"), run, 6, JobContext.quiet()));
            assertEquals(
                    other[0] + " (" + run.result().parameters().get(other[0])
                            + " so far) cannot change on the way; keep it, or start a new training.",
                    refused.getMessage());
        }
        assertFalse(java.nio.file.Files.exists(folder.resolve("other.vitrine")));
        for (String[] taught : new String[][] {{"sampling", "popularity"}, {"clip", "5"}, {"batch", "50"}}) {
            TrainedRun other = training.goOn(with(taught[0], taught[1], "other.vitrine"), run, 6, JobContext.quiet());
            assertEquals(6, other.result().parameters().get("continuedAfterEpoch"), taught[0]);
        }
    }

    @Test
    void aStateThatDoesNotFitIsNoDivergence() {
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(request, JobContext.quiet());
        TrainRequest otherSeed = new TrainRequest(
                request.data(),
                request.model(),
                request.split(),
                with("epochs", "9", "other.vitrine").parameters(),
                request.seed() + 1,
                Optional.of(folder.resolve("other.vitrine")),
                Optional.empty(),
                true);
        vitrine.run.BadInputException refused = assertThrows(
                vitrine.run.BadInputException.class, () -> training.goOn(otherSeed, run, 6, JobContext.quiet()));
        assertTrue(refused.getMessage().contains("belongs to another training"), refused.getMessage());
        assertFalse(java.nio.file.Files.exists(folder.resolve("other.vitrine")));
    }

    @Test
    void aRunThatWentOnKeepsTheEpochsItBeganWith() {
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(request, JobContext.quiet());
        TrainedRun longer = training.goOn(with("lr", "0.01", "longer.vitrine"), run, 4, JobContext.quiet());
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9), longer.kept().epochs());
        assertEquals(longer.kept().epochs(), training.kept().epochs());
        assertArrayEquals(
                scores(training.rewind(with("lr", "0.01", "a.vitrine"), run, 2, JobContext.quiet())
                        .session()
                        .trained()
                        .recommender()),
                scores(training.rewind(with("lr", "0.01", "b.vitrine"), longer, 2, JobContext.quiet())
                        .session()
                        .trained()
                        .recommender()));
    }

    @Test
    void goingOnWithoutPatienceLeftIsRefused() {
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        Map<String, String> still = new HashMap<>(request.parameters());
        still.put("lr", "1e-9");
        TrainedRun run = training.run(request(still, Optional.empty(), "still.vitrine"), JobContext.quiet());
        int since = 6 - run.history().bestEpoch();
        assertTrue(since > 1, "still learning");
        still.put("epochs", "9");
        still.put("patience", String.valueOf(since));
        CannotAnswerException refused = assertThrows(
                CannotAnswerException.class,
                () -> training.goOn(request(still, Optional.empty(), "on.vitrine"), run, 6, JobContext.quiet()));
        assertTrue(refused.getMessage().contains("Raise the patience"), refused.getMessage());
        still.put("patience", String.valueOf(since + 1));
        assertTrue(training.goOn(request(still, Optional.empty(), "on.vitrine"), run, 6, JobContext.quiet())
                        .history()
                        .epochs()
                        .size()
                > 6);
    }

    @Test
    void goingOnTwiceSaysOnceWhatChanged() {
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(request, JobContext.quiet());
        TrainedRun slower = training.goOn(with("lr", "0.002", "slower.vitrine"), run, 6, JobContext.quiet());
        Map<String, String> longer = new HashMap<>(request.parameters());
        longer.put("epochs", "10");
        longer.put("lr", "0.002");
        TrainedRun again =
                training.goOn(request(longer, Optional.empty(), "again.vitrine"), slower, 8, JobContext.quiet());
        assertEquals(6, again.result().parameters().get("continuedAfterEpoch"));
        assertEquals("{lr=0.01}", again.result().parameters().get("continuedFrom"));
        longer.put("lr", "0.01");
        TrainedRun back =
                training.goOn(request(longer, Optional.empty(), "back.vitrine"), slower, 9, JobContext.quiet());
        assertEquals(9, back.result().parameters().get("continuedAfterEpoch"));
        assertEquals("{lr=0.002}", back.result().parameters().get("continuedFrom"));
    }

    @Test
    void aCancelledWayBackWritesNothing() {
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(request, JobContext.quiet());
        vitrine.run.CancellationSource stop = new vitrine.run.CancellationSource();
        stop.cancel();
        assertThrows(
                vitrine.run.CancelledException.class,
                () -> training.rewind(
                        with("lr", "0.01", "back.vitrine"),
                        run,
                        2,
                        new JobContext(vitrine.run.Progress.NONE, stop, 1)));
        assertFalse(java.nio.file.Files.exists(folder.resolve("back.vitrine")));
    }

    @Test
    void aRunLogThatNamesAnEpochThatIsNotThereIsDamaged() throws java.io.IOException {
        StudySession study = StudySession.in(folder.resolve("study"));
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE).run(request, JobContext.quiet());
        study.recordTrain(request, run, new java.util.TreeMap<>());
        Path log = folder.resolve("m.run.json");
        String right = java.nio.file.Files.readString(log);
        String best = "\"bestEpoch\":" + run.history().bestEpoch();
        assertTrue(right.contains(best), right);
        for (String wrong : List.of("99", "-1", "7")) {
            java.nio.file.Files.writeString(log, right.replace(best, "\"bestEpoch\":" + wrong));
            vitrine.run.BadInputException damaged = assertThrows(vitrine.run.BadInputException.class, study::runs);
            assertTrue(damaged.getMessage().contains("its best epoch is " + wrong), damaged.getMessage());
        }
        java.nio.file.Files.writeString(log, "{}");
        assertThrows(vitrine.run.BadInputException.class, study::runs);
    }

    private TrainRequest request(Map<String, String> parameters, Optional<String> checkpoints, String out) {
        return new TrainRequest(
                request.data(),
                request.model(),
                request.split(),
                parameters,
                request.seed(),
                Optional.of(folder.resolve(out)),
                Optional.empty(),
                true,
                Optional.empty(),
                checkpoints);
    }

    @Test
    void checkpointsAreWrittenOnTheWayWhenAskedForAndGoneAtTheEnd() {
        Path checkpoint = folder.resolve("c.vitrine.checkpoint");
        List<Boolean> there = new ArrayList<>();
        TrainingListener watching = new TrainingListener() {
            @Override
            public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
                there.add(java.nio.file.Files.exists(checkpoint));
            }
        };
        new LiveTraining(data, watching)
                .run(request(request.parameters(), Optional.of("2"), "c.vitrine"), JobContext.quiet());
        assertEquals(java.util.Collections.nCopies(6, true), there);
        assertFalse(java.nio.file.Files.exists(checkpoint));
        there.clear();
        new LiveTraining(data, watching)
                .run(request(request.parameters(), Optional.empty(), "c.vitrine"), JobContext.quiet());
        assertEquals(java.util.Collections.nCopies(6, false), there);
    }

    @Test
    void aRewoundRunIsListedBesideTheOneItCameFrom() {
        StudySession study = StudySession.in(folder.resolve("study"));
        TrainRequest first = request(request.parameters(), Optional.empty(), "m.vitrine");
        TrainRequest second = request(request.parameters(), Optional.empty(), "m-2.vitrine");
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(first, JobContext.quiet());
        StoredRun whole = study.recordTrain(first, run, new java.util.TreeMap<>());
        TrainedRun earlier = training.rewind(second, run, 1, JobContext.quiet());
        StoredRun rewound = study.recordRewind(second, earlier, new java.util.TreeMap<>());
        assertEquals(
                List.of(whole, rewound),
                StudySession.in(folder.resolve("study")).runs());
        assertEquals(1, rewound.history().bestEpoch());
    }

    @Test
    void aComputedModelHasNoEpochs() {
        TrainRequest popularity = new TrainRequest(
                request.data(), "popularity", "loo", Map.of(), 1, Optional.empty(), Optional.empty(), true);
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        TrainedRun run = training.run(popularity, JobContext.quiet());
        assertEquals(Set.of(), run.kept().epochs());
        assertThrows(CannotAnswerException.class, () -> training.rewind(popularity, run, 1, JobContext.quiet()));
    }

    @Test
    void theListenerHearsSnapshotsAndStates() {
        List<TrainingSnapshot> snapshots = new ArrayList<>();
        int[] epochsEnded = new int[1];
        new LiveTraining(data, new TrainingListener() {
                    @Override
                    public Optional<Consumer<TrainingSnapshot>> snapshots() {
                        return Optional.of(snapshots::add);
                    }

                    @Override
                    public void onState(TrainingMoment moment) {
                        epochsEnded[0] += moment.endsAnEpoch() ? 1 : 0;
                    }
                })
                .run(request, JobContext.quiet());
        assertEquals(6, epochsEnded[0]);
        assertEquals(6, snapshots.get(snapshots.size() - 1).epoch());
    }

    @Test
    void theWindowGoesOnFromACheckpointOfTheCommandLine() {
        TrainedRun straight = new LiveTraining(data, TrainingListener.NONE).run(request, JobContext.quiet());
        byte[] expected = bytes(folder.resolve("m.vitrine"));
        Path checkpoint = stoppedInEpochThree();
        TrainRequest resume = new TrainRequest(
                request.data(),
                "cnn",
                "none",
                Map.of(),
                0,
                request.out(),
                Optional.empty(),
                true,
                Optional.of(checkpoint),
                Optional.empty());
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE).run(resume, JobContext.quiet());
        assertEquals(straight.history().bestEpoch(), run.history().bestEpoch());
        assertArrayEquals(expected, bytes(folder.resolve("m.vitrine")));
        vitrine.run.CancellationSource stop = new vitrine.run.CancellationSource();
        stop.cancel();
        TrainedRun stopped = new LiveTraining(data, TrainingListener.NONE)
                .run(resume, new JobContext(vitrine.run.Progress.NONE, stop, 1));
        assertEquals(2, stopped.history().epochs().size(), "what was finished before counts");
        assertEquals(TrainedRun.Ending.STOPPED, stopped.ending());
    }

    /** Stopped in the middle of an epoch, a training that went on keeps the model of the last finished one. */
    @Test
    void aCheckpointOfATrainingThatWentOnAnswersAsAfterItsLastFinishedEpoch() {
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE).run(request, JobContext.quiet());
        double[] afterTwo = scores(new LiveTraining(data, TrainingListener.NONE)
                .rewind(request, run, 2, JobContext.quiet())
                .session()
                .trained()
                .recommender());
        Path target = folder.resolve("on.vitrine");
        Path checkpoint = folder.resolve("on.vitrine.checkpoint");
        TrainRequest resume = new TrainRequest(
                request.data(),
                "cnn",
                "none",
                Map.of(),
                0,
                Optional.of(target),
                Optional.empty(),
                true,
                Optional.of(stoppedInEpochThree()),
                Optional.of("1"));
        stoppedAfterTwoMoreBatches(training -> training.live().run(resume, training.context()));
        assertArrayEquals(
                afterTwo, scores(CheckpointFile.read(checkpoint).model().recommender()));
        TrainRequest again = request(request.parameters(), Optional.of("1"), "on.vitrine");
        stoppedAfterTwoMoreBatches(training -> training.live().goOn(again, run, 2, training.context()));
        assertArrayEquals(
                afterTwo, scores(CheckpointFile.read(checkpoint).model().recommender()));
    }

    private record Stopping(LiveTraining live, JobContext context) {}

    private void stoppedAfterTwoMoreBatches(Consumer<Stopping> run) {
        vitrine.run.CancellationSource stop = new vitrine.run.CancellationSource();
        int[] batches = new int[1];
        LiveTraining live = new LiveTraining(data, new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int all, vitrine.train.StepOutcome outcome) {
                if (++batches[0] == 2) {
                    stop.cancel();
                }
            }
        });
        run.accept(new Stopping(live, new JobContext(vitrine.run.Progress.NONE, stop, 1)));
    }

    private Path stoppedInEpochThree() {
        vitrine.run.CancellationSource stop = new vitrine.run.CancellationSource();
        TrainAction action = new TrainAction(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, vitrine.train.StepOutcome outcome) {
                if (epoch == 3) {
                    stop.cancel();
                }
            }
        });
        assertThrows(
                vitrine.run.CancelledException.class,
                () -> action.run(request, new JobContext(vitrine.run.Progress.NONE, stop, 1)));
        return folder.resolve("m.vitrine.checkpoint");
    }

    private static byte[] bytes(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The sample study was recorded before trainings could be resumed. */
    @Test
    void aRequestRecordedBeforeThereWereCheckpointsIsReadAsOneWithoutThem() {
        vitrine.study.Study study = vitrine.study.Study.openOrCreate(Path.of("../../sample-data/sample-study"));
        var recorded = study.steps().stream()
                .filter(step -> step.verb().equals("train"))
                .findFirst()
                .orElseThrow()
                .request();
        com.fasterxml.jackson.databind.node.ObjectNode older = recorded.deepCopy();
        older.remove(List.of("resume", "checkpointEvery"));
        TrainRequest read = study.read(older, TrainRequest.class);
        assertEquals(Optional.empty(), read.resume());
        assertEquals(Optional.empty(), read.checkpointEvery());
    }

    @Test
    void wordsAmongTheParametersDoNotDisturbAStoppedRun() {
        Map<String, String> parameters = new HashMap<>(request.parameters());
        parameters.put("sampling", "in-batch");
        TrainRequest sampled = new TrainRequest(
                request.data(), "cnn", "loo", parameters, 42, Optional.empty(), Optional.empty(), true);
        vitrine.run.CancellationSource stop = new vitrine.run.CancellationSource();
        TrainedRun run = new LiveTraining(data, new TrainingListener() {
                    @Override
                    public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
                        stop.cancel();
                    }
                })
                .run(sampled, new JobContext(vitrine.run.Progress.NONE, stop, 1));
        assertEquals("in-batch", run.result().parameters().get("sampling"));
        assertEquals(1, run.result().parameters().get("stoppedAfterEpoch"));
    }
}
