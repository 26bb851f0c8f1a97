package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.model.file.CheckpointFile;
import vitrine.model.file.ModelFile;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.VitrineException;
import vitrine.run.WrongUsageException;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;

/** Stop, keep, go on: through files, as the command line does it. */
class ResumeTrainingTest {
    @TempDir
    Path folder;

    private TinyShop shop;
    private Path out;
    private Path checkpoint;

    @BeforeEach
    void open() {
        shop = new TinyShop(folder);
        out = folder.resolve("m.vitrine");
        checkpoint = folder.resolve("m.vitrine.checkpoint");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TrainRequest request(Map<String, String> more, Optional<Path> resume, Optional<String> every) {
        Map<String, String> parameters = new HashMap<>(resume.isPresent() ? Map.of() : TinyShop.QUICK);
        parameters.putAll(more);
        // When resuming, model, split and seed are not looked at.
        boolean anew = resume.isEmpty();
        return new TrainRequest(
                shop.data,
                anew ? "cnn" : "popularity",
                anew ? "loo" : "none",
                parameters,
                anew ? 42 : 1,
                Optional.of(out),
                Optional.empty(),
                true,
                resume,
                every);
    }

    private static TrainingListener cancelling(CancellationSource source, int epochToStop, int batchToStop) {
        return new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (epoch == epochToStop && batch == batchToStop) {
                    source.cancel();
                }
            }
        };
    }

    private CancelledException stop(TrainRequest request, int epoch, int batch) {
        CancellationSource source = new CancellationSource();
        return assertThrows(
                CancelledException.class,
                () -> new TrainAction(cancelling(source, epoch, batch))
                        .run(request, new JobContext(Progress.NONE, source, 2)));
    }

    private byte[] straight(Map<String, String> more) {
        new TrainAction().run(request(more, Optional.empty(), Optional.empty()), TinyShop.TWO_THREADS);
        byte[] model = bytes(out);
        assertTrue(out.toFile().delete());
        return model;
    }

    private void resume(Map<String, String> more) {
        new TrainAction().run(request(more, Optional.of(checkpoint), Optional.empty()), JobContext.quiet());
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 9", "3, 1"})
    void cancelAndResumeGiveTheModelFileOfAStraightRunByteForByte(int epoch, int batch) {
        Map<String, String> three = Map.of("epochs", "3");
        byte[] straight = straight(three);
        stop(request(three, Optional.empty(), Optional.empty()), epoch, batch);
        assertFalse(Files.exists(out));
        resume(Map.of());
        assertArrayEquals(straight, bytes(out));
    }

    @Test
    void samplingAndWarmUpAreResumedToo() {
        Map<String, String> more = Map.of("sampling", "in-batch", "warmup", "0.25", "weight-decay", "1e-4");
        byte[] straight = straight(more);
        stop(request(more, Optional.empty(), Optional.empty()), 2, 4);
        resume(Map.of());
        assertArrayEquals(straight, bytes(out));
        var parameters = ModelFile.read(out).provenance().parameters();
        assertEquals("in-batch", parameters.get("sampling"));
        assertEquals(.25, parameters.get("warmup"));
    }

    @Test
    void aRunWithDefaultsSaysNothingOfWhatWasAddedLater() {
        straight(Map.of());
        new TrainAction().run(request(Map.of(), Optional.empty(), Optional.empty()), JobContext.quiet());
        assertEquals(
                new TreeSet<>(List.of(
                        "batch",
                        "dim",
                        "epochs",
                        "filters",
                        "history",
                        "kernel",
                        "lr",
                        "negatives",
                        "patience",
                        "weight-decay")),
                ModelFile.read(out).provenance().parameters().keySet());
    }

    @Test
    void stoppingInTheFirstEpochKeepsTheModelAsItStands() {
        CancelledException stopped = stop(request(Map.of(), Optional.empty(), Optional.empty()), 1, 2);
        assertTrue(stopped.getMessage().contains("The model as it stands is kept in " + checkpoint));
        assertTrue(stopped.getMessage().contains("go on with --resume " + checkpoint + "."), stopped.getMessage());
        RecommendRequest question = new RecommendRequest(checkpoint, Optional.of("u001"), Optional.empty(), 5, false);
        assertEquals(
                5,
                new RecommendAction().run(question, JobContext.quiet()).items().size());
        assertEquals(2, CheckpointFile.read(checkpoint).progress().batch());
        assertEquals(0, ModelFile.read(checkpoint).provenance().parameters().get("checkpointEpoch"));
    }

    @Test
    void stoppedBeforeTheFirstBatchNothingIsWritten() {
        CancellationSource source = new CancellationSource();
        source.cancel();
        List<String> before = shop.names();
        TrainRequest request = request(Map.of(), Optional.empty(), Optional.empty());
        CancelledException stopped = assertThrows(
                CancelledException.class,
                () -> new TrainAction().run(request, new JobContext(Progress.NONE, source, 1)));
        assertTrue(stopped.getMessage().contains("nothing was written"), stopped.getMessage());
        assertEquals(before, shop.names());
    }

    @Test
    void moreEpochsCanBeTrainedThanFirstAskedFor() {
        byte[] straight = straight(Map.of("epochs", "5"));
        stop(request(Map.of("epochs", "3"), Optional.empty(), Optional.empty()), 3, 2);
        resume(Map.of("epochs", "5"));
        assertArrayEquals(straight, bytes(out));
    }

    /** After a crash, which is all a checkpoint on the way is for: the file as it lay there after batch 25. */
    @ParameterizedTest
    @ValueSource(strings = {"5", "1s"})
    void checkpointsOnTheWayCanBeResumedAndAreRemovedAtTheEnd(String every) throws IOException {
        byte[] straight = straight(Map.of());
        Path copy = folder.resolve("copy");
        List<Integer> seen = new ArrayList<>();
        TrainingListener crash = new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                pauseForTheClock(every, seen.size());
                if (Files.exists(checkpoint) && !Files.exists(copy)) {
                    seen.add(batch);
                    if (seen.size() == 3) {
                        copyOf(checkpoint, copy);
                    }
                }
            }
        };
        new TrainAction(crash).run(request(Map.of(), Optional.empty(), Optional.of(every)), JobContext.quiet());
        assertFalse(Files.exists(checkpoint));
        assertArrayEquals(straight, bytes(out));
        Files.delete(out);
        Files.move(copy, checkpoint);
        if (every.equals("5")) {
            assertEquals(0, CheckpointFile.read(checkpoint).progress().optimizerStep() % 5);
        }
        resume(Map.of());
        assertArrayEquals(straight, bytes(out));
        assertTrue(Files.exists(checkpoint), "a checkpoint that was given is left where it is");
    }

    private static void pauseForTheClock(String every, int seen) {
        try {
            Thread.sleep(every.endsWith("s") && seen == 0 ? 120 : 0);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void copyOf(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRunThatDivergesInItsFirstEpochPointsToTheCheckpointBefore() {
        TrainAction action = new TrainAction(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (batch == 6) {
                    throw new BadInputException("Training diverged: made up.");
                }
            }
        });
        TrainRequest often = request(Map.of(), Optional.empty(), Optional.of("2"));
        BadInputException diverged = assertThrows(BadInputException.class, () -> action.run(often, JobContext.quiet()));
        assertEquals(
                "Training diverged: made up. The state at the last checkpoint is kept in " + checkpoint + ".",
                diverged.getMessage());
        assertEquals(4, CheckpointFile.read(checkpoint).progress().batch());
    }

    @Test
    void whatCannotChangeOnTheWayIsRefused() {
        stop(request(Map.of("epochs", "4", "warmup", "0.5"), Optional.empty(), Optional.empty()), 3, 2);
        assertRefused(WrongUsageException.class, Map.of("lr", "0.5"), "leave out --lr; only --epochs may be given");
        assertRefused(WrongUsageException.class, Map.of("epochs", "9"), "share of all steps");
        stop(request(Map.of("epochs", "4"), Optional.empty(), Optional.empty()), 3, 2);
        assertRefused(WrongUsageException.class, Map.of("epochs", "1"), "at least 2");
        assertRefused(WrongUsageException.class, Map.of("epochs", "many"), "whole number");
        TinyShop.write(folder.resolve("orders.csv"), "user,item,time\nu1,0100,2024-01-01\nu1,0101,2024-01-02\n");
        assertRefused(CannotAnswerException.class, Map.of(), "other data");
    }

    private <E extends VitrineException> void assertRefused(Class<E> type, Map<String, String> more, String sentence) {
        E refused = assertThrows(type, () -> resume(more));
        assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
        assertFalse(Files.exists(out));
    }

    @Test
    void aFinishedModelHasNothingToResume() {
        Path model = shop.trained("cnn");
        TrainRequest request = request(Map.of(), Optional.of(model), Optional.empty());
        CannotAnswerException refused =
                assertThrows(CannotAnswerException.class, () -> new TrainAction().run(request, JobContext.quiet()));
        assertTrue(refused.getMessage().contains("is a finished model"), refused.getMessage());
        TrainRequest missing = request(Map.of(), Optional.of(folder.resolve("none")), Optional.empty());
        assertThrows(BadInputException.class, () -> new TrainAction().run(missing, JobContext.quiet()));
    }

    @Test
    void checkpointsNeedAPlaceAndARhythm() {
        TrainRequest nowhere = new TrainRequest(
                shop.data,
                "cnn",
                "loo",
                TinyShop.QUICK,
                42,
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.of("5"));
        assertThrows(WrongUsageException.class, () -> new TrainAction().run(nowhere, JobContext.quiet()));
        TrainRequest often = request(Map.of(), Optional.empty(), Optional.of("often"));
        assertThrows(WrongUsageException.class, () -> new TrainAction().run(often, JobContext.quiet()));
    }

    @Test
    void whatIsUnknownAboutSamplingIsWrongUsage() {
        for (Map<String, String> wrong : List.of(Map.of("sampling", "often"), Map.of("warmup", "1.5"))) {
            TrainRequest request = request(wrong, Optional.empty(), Optional.empty());
            assertThrows(WrongUsageException.class, () -> new TrainAction().run(request, JobContext.quiet()));
        }
        assertEquals(
                List.of("sampling", "warmup", "clip"),
                Models.furtherParameters("cnn").stream()
                        .map(HyperParameter::name)
                        .toList());
        assertEquals(List.of(), Models.furtherParameters("itemknn"));
    }
}
