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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.model.file.ModelFile;
import vitrine.run.CancellationSource;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.DivergedException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;

/** NeuMF whose halves are taught alone first: through files, as the command line does it. */
class PretrainingTest {
    private static final String EPOCHS = "pretrain-epochs";

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

    private TrainRequest request(Map<String, String> more, Optional<Path> resume) {
        Map<String, String> parameters = new HashMap<>(resume.isPresent() ? Map.of() : TinyShop.QUICK_NEUMF);
        parameters.putAll(more);
        return new TrainRequest(
                shop.data,
                "neumf",
                "loo",
                parameters,
                42,
                Optional.of(out),
                Optional.empty(),
                true,
                resume,
                Optional.empty());
    }

    private TrainRequest pretrained(int epochs) {
        return request(Map.of(EPOCHS, String.valueOf(epochs)), Optional.empty());
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JobContext stoppable(CancellationSource source) {
        return new JobContext(Progress.NONE, source, 2);
    }

    @Test
    void givesTheSameBytesWhateverTheThreads() {
        new TrainAction().run(pretrained(3), JobContext.quiet());
        byte[] one = bytes();
        new TrainAction().run(pretrained(3), TinyShop.TWO_THREADS);
        assertArrayEquals(one, bytes());
        assertEquals(3, ModelFile.read(out).provenance().parameters().get(EPOCHS));
    }

    @Test
    void withoutItTheFileSaysNothingOfIt() {
        new TrainAction().run(pretrained(0), JobContext.quiet());
        assertFalse(ModelFile.read(out).provenance().parameters().containsKey(EPOCHS));
    }

    @Test
    void theJointTrainingBeginsWhereItsHalvesEndedAndItsEpochsAloneAreTheHistory() {
        TrainResult scratch = new TrainAction().run(pretrained(0), JobContext.quiet());
        TrainResult joined = new TrainAction().run(pretrained(6), JobContext.quiet());
        assertTrue(joined.epochs().size() <= 6);
        assertEquals(1, joined.epochs().get(0).epoch());
        assertTrue(
                joined.epochs().get(0).loss() < scratch.epochs().get(0).loss() - .02,
                joined.epochs().get(0) + " after pre-training, "
                        + scratch.epochs().get(0) + " without");
    }

    @Test
    void progressAndListenerSayWhichOfTheThreeTrainingsRuns() {
        Set<String> stages = new LinkedHashSet<>();
        Set<String> heard = new LinkedHashSet<>();
        Progress progress = (stage, done, total) -> {
            if (stage.contains("Training, epoch 1 ")) {
                stages.add(stage);
            }
        };
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onPretraining(String part, int epoch, int epochs) {
                heard.add(part + " " + epoch + "/" + epochs);
            }

            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                heard.add("joint " + epoch);
            }
        };
        Map<String, String> two = Map.of(EPOCHS, "2", "epochs", "1");
        new TrainAction(listener)
                .run(request(two, Optional.empty()), new JobContext(progress, CancellationToken.NEVER, 1));
        assertEquals(
                List.of(
                        "GMF alone (1 of 3): Training, epoch 1 of 2",
                        "MLP alone (2 of 3): Training, epoch 1 of 2",
                        "Training, epoch 1 of 1"),
                List.copyOf(stages));
        assertEquals(List.of("GMF 1/2", "GMF 2/2", "MLP 1/2", "MLP 2/2", "joint 1"), List.copyOf(heard));
    }

    @Test
    void stoppedInPretrainingSaysSoAndLeavesNothing() {
        CancellationSource source = new CancellationSource();
        TrainingListener stopper = new TrainingListener() {
            @Override
            public void onPretraining(String part, int epoch, int epochs) {
                if (part.equals("MLP") && epoch == 2) {
                    source.cancel();
                }
            }
        };
        List<String> before = shop.names();
        CancelledException stopped = assertThrows(
                CancelledException.class, () -> new TrainAction(stopper).run(pretrained(3), stoppable(source)));
        assertEquals(
                "Stopped in the pre-training, MLP alone (2 of 3). Nothing of it is kept, so there is nothing to resume.",
                stopped.getMessage());
        assertEquals(before, shop.names());
    }

    @Test
    void stoppedBehindItGoesOnToTheBytesOfATrainingThatWasNotStopped() {
        new TrainAction().run(pretrained(3), JobContext.quiet());
        byte[] straight = bytes();
        assertTrue(out.toFile().delete());
        CancellationSource source = new CancellationSource();
        TrainingListener stopper = new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (epoch == 2 && batch == 3) {
                    source.cancel();
                }
            }
        };
        assertThrows(CancelledException.class, () -> new TrainAction(stopper).run(pretrained(3), stoppable(source)));
        Set<String> heard = new LinkedHashSet<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onPretraining(String part, int epoch, int epochs) {
                heard.add(part);
            }
        };
        new TrainAction(listener).run(request(Map.of(), Optional.of(checkpoint)), JobContext.quiet());
        assertArrayEquals(straight, bytes());
        assertEquals(Set.of(), heard, "the halves are not taught again");
    }

    /** After the last step of the last half: the joint training is told before its first step. */
    @Test
    void stoppedBehindItBeforeTheFirstJointStepSaysThatItIsLost() {
        int[] steps = new int[1];
        new TrainAction(onPerceptron(() -> steps[0]++)).run(pretrained(1), JobContext.quiet());
        assertTrue(out.toFile().delete());
        CancellationSource source = new CancellationSource();
        int[] left = {steps[0]};
        TrainingListener stopper = onPerceptron(() -> {
            if (--left[0] == 0) {
                source.cancel();
            }
        });
        CancelledException stopped = assertThrows(
                CancelledException.class, () -> new TrainAction(stopper).run(pretrained(1), stoppable(source)));
        assertEquals(
                "Stopped. The pre-training was done, but nothing of it is kept before the first step of the joint"
                        + " training, so there is nothing to resume.",
                stopped.getMessage());
    }

    private static TrainingListener onPerceptron(Runnable step) {
        return new TrainingListener() {
            @Override
            public void onPretraining(String part, int epoch, int epochs) {
                if (part.equals("MLP")) {
                    step.run();
                }
            }
        };
    }

    @Test
    void progressRisesOnceThroughAllThreeTrainings() {
        List<Long> done = new ArrayList<>();
        Set<Long> totals = new LinkedHashSet<>();
        Progress progress = (stage, now, total) -> {
            if (stage.contains("Training, epoch")) {
                done.add(now);
                totals.add(total);
            }
        };
        Map<String, String> settings = Map.of(EPOCHS, "2", "epochs", "3", "patience", "0");
        new TrainAction()
                .run(request(settings, Optional.empty()), new JobContext(progress, CancellationToken.NEVER, 1));
        assertEquals(Set.of((long) done.size()), totals);
        for (int step = 1; step <= done.size(); step++) {
            assertEquals(step, done.get(step - 1));
        }
    }

    @Test
    void aRateTooSmallForTheJointTrainingIsRefusedInTheUsersOwnNumber() {
        assertEquals(
                Optional.of("--lr must be at least 1.0E-8 with --pretrain-epochs, whose joint training is taught at a"
                        + " tenth of it, not 5.0E-9."),
                Models.refusal("neumf", Map.of("lr", "5e-9", EPOCHS, "1")));
        assertEquals(Optional.empty(), Models.refusal("neumf", Map.of("lr", "1e-8", EPOCHS, "1")));
        assertEquals(Optional.empty(), Models.refusal("neumf", Map.of("lr", "5e-9")));
    }

    @Test
    void aJointTrainingThatDivergesNamesTheRateThatWasAskedFor() {
        TrainingListener diverging = new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                throw DivergedException.at("Made up.", .001);
            }
        };
        DataSession data = DataSession.open(shop.data, JobContext.quiet());
        DivergedException diverged = assertThrows(
                DivergedException.class,
                () -> Models.fit(
                        "neumf",
                        Models.splitter("loo", 42).split(data.log()),
                        Catalogs.of(data.read()),
                        request(Map.of(EPOCHS, "1"), Optional.empty()).parameters(),
                        42,
                        JobContext.quiet(),
                        diverging,
                        Optional.empty()));
        assertEquals("Made up. Lower the learning rate (--lr, now 0.01) and try again.", diverged.getMessage());
    }
}
