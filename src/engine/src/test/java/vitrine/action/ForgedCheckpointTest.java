package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.model.file.Checkpoint;
import vitrine.model.file.CheckpointFile;
import vitrine.model.file.TrainedModel;
import vitrine.model.file.TrainingProgress;
import vitrine.provenance.Provenance;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;

/** Checkpoints put together with care by somebody who means harm. */
class ForgedCheckpointTest {
    @TempDir
    Path folder;

    private TinyShop shop;
    private Path checkpoint;

    @BeforeEach
    void stopInEpochThree() {
        shop = new TinyShop(folder);
        checkpoint = folder.resolve("m.vitrine.checkpoint");
        CancellationSource source = new CancellationSource();
        TrainAction action = new TrainAction(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (epoch == 3 && batch == 2) {
                    source.cancel();
                }
            }
        });
        assertThrows(
                CancelledException.class,
                () -> action.run(
                        shop.training("cnn", folder.resolve("m.vitrine")), new JobContext(Progress.NONE, source, 2)));
    }

    private void resume() {
        TrainRequest request = new TrainRequest(
                shop.data,
                "",
                "",
                Map.of(),
                0,
                Optional.of(folder.resolve("m.vitrine")),
                Optional.empty(),
                true,
                Optional.of(checkpoint),
                Optional.empty());
        new TrainAction().run(request, JobContext.quiet());
    }

    private void assertRefused(String sentence) {
        BadInputException refused = assertThrows(BadInputException.class, this::resume);
        assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("m.vitrine")));
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(checkpoint);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes the checkpoint again with something in its provenance or position changed. */
    private void forge(Map<String, Object> parameters, String split, int batch) {
        Checkpoint c = CheckpointFile.read(checkpoint);
        Provenance made = c.model().provenance();
        TreeMap<String, Object> changed = new TreeMap<>(made.parameters());
        changed.putAll(parameters);
        Provenance forged = new Provenance(made.dataSha256(), split, made.seed(), changed, made.versions());
        TrainingProgress p = c.progress();
        CheckpointFile.write(
                new Checkpoint(
                        new TrainedModel(
                                c.model().recommender(),
                                c.model().catalog(),
                                c.model().log(),
                                forged),
                        new TrainingProgress(
                                p.epoch(),
                                batch,
                                p.lossSum(),
                                p.right(),
                                p.examples(),
                                p.seconds(),
                                p.bestEpoch(),
                                p.optimizerStep(),
                                p.epochs()),
                        c.parameters(),
                        c.best(),
                        c.firstMoment(),
                        c.secondMoment()),
                checkpoint);
    }

    @Test
    void aCheckpointWhoseHashesAreTrueAndWhoseContentsLieIsRefused() {
        byte[] whole = bytes();
        for (Map<String, Object> lie : List.<Map<String, Object>>of(
                Map.of("batch", -1),
                Map.of("epochs", "many"),
                Map.of("dim", List.of(8)),
                Map.of("sampling", "often"),
                Map.of("warmup", Map.of("a", 1)),
                Map.of("layers", 3))) {
            forge(lie, "loo", 2);
            assertRefused("hyper-parameters or its split are impossible");
            rewrite(whole);
        }
        forge(Map.of(), "half", 2);
        assertRefused("hyper-parameters or its split are impossible");
        rewrite(whole);
        forge(Map.of(), "loo", 2_000_000_000);
        assertRefused("belongs to another training");
        rewrite(whole);
        forge(Map.of("dim", 9), "loo", 2);
        assertRefused("belongs to another training");
        rewrite(whole);
        resume();
        assertTrue(Files.exists(folder.resolve("m.vitrine")), "the whole one is not");
    }

    private void rewrite(byte[] whole) {
        try {
            Files.write(checkpoint, whole);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
