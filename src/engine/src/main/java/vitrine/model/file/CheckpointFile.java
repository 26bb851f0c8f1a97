package vitrine.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.model.TrainableRecommender;
import vitrine.network.Parameters;
import vitrine.network.Tensor;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;

/**
 * A training that can go on, in one file: a model file ({@link ModelFile}) with three parts more, {@code training.json}
 * (how far it had come), {@code training.safetensors} (parameters as they stand and of the best epoch) and {@code
 * optimizer.safetensors} (Adam's moments). Every command reads it like a model. Unlike a model it knows durations.
 */
public final class CheckpointFile {
    static final String TRAINING = "training.json";
    static final String STATE = "training.safetensors";
    static final String OPTIMIZER = "optimizer.safetensors";

    private static final String LIVE = "live/";
    private static final String BEST = "best/";
    private static final String FIRST_MOMENT = "first-moment/";
    private static final String SECOND_MOMENT = "second-moment/";

    private CheckpointFile() {}

    /** @throws BadInputException when the place cannot be written; an older file there is then untouched */
    public static void write(Checkpoint checkpoint, Path target) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            parts.put(TRAINING, Manifest.JSON.writeValueAsBytes(checkpoint.progress()));
            parts.put(STATE, tensors(LIVE, checkpoint.parameters(), BEST, checkpoint.best()));
            parts.put(
                    OPTIMIZER,
                    tensors(FIRST_MOMENT, checkpoint.firstMoment(), SECOND_MOMENT, checkpoint.secondMoment()));
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory cannot fail", e);
        }
        // Packing takes longer than all the rest, and whoever presses Ctrl-C waits for it.
        ModelFile.write(checkpoint.model(), parts, content -> true, target);
    }

    private static byte[] tensors(String one, Parameters first, String other, Parameters second) throws IOException {
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        first.tensors().forEach((name, tensor) -> tensors.put(one + name, RawTensor.of(tensor)));
        second.tensors().forEach((name, tensor) -> tensors.put(other + name, RawTensor.of(tensor)));
        return ModelFile.safetensors(tensors);
    }

    /**
     * @throws BadInputException when the file is missing, damaged or hostile; nothing is loaded
     * @throws CannotAnswerException when it is a whole model without anything to resume
     */
    public static Checkpoint read(Path file) {
        String what = String.valueOf(file);
        ModelFile.Opened opened = ModelFile.open(file);
        byte[] training = opened.parts().get(TRAINING);
        byte[] state = opened.parts().get(STATE);
        byte[] optimizer = opened.parts().get(OPTIMIZER);
        if (training == null && state == null && optimizer == null) {
            throw new CannotAnswerException(file + " is a finished model, not a checkpoint: there is nothing to resume."
                    + " Checkpoints are written by train --checkpoint-every and when training is stopped.");
        }
        if (training == null
                || state == null
                || optimizer == null
                || !(opened.model().recommender() instanceof TrainableRecommender network)) {
            throw Safetensors.damaged(what, "it is neither a model nor a checkpoint");
        }
        TrainingProgress progress = progress(training, what + ", " + TRAINING);
        Map<String, int[]> shapes = network.network().parameterShapes();
        Map<String, RawTensor> states = tensors(state, shapes, what + ", " + STATE);
        Map<String, RawTensor> moments = tensors(optimizer, shapes, what + ", " + OPTIMIZER);
        Parameters second = parameters(moments, SECOND_MOMENT, shapes, what + ", " + OPTIMIZER);
        for (Tensor tensor : second.tensors().values()) {
            for (float value : tensor.values()) {
                Codecs.require(value >= 0, what + ", " + OPTIMIZER, "a mean of squares is negative");
            }
        }
        return new Checkpoint(
                opened.model(),
                progress,
                parameters(states, LIVE, shapes, what + ", " + STATE),
                parameters(states, BEST, shapes, what + ", " + STATE),
                parameters(moments, FIRST_MOMENT, shapes, what + ", " + OPTIMIZER),
                second);
    }

    private static TrainingProgress progress(byte[] bytes, String what) {
        TrainingProgress progress;
        try {
            progress = Manifest.JSON.readValue(bytes, TrainingProgress.class);
        } catch (JsonProcessingException e) {
            throw Safetensors.damaged(what, "it cannot be read");
        } catch (IOException e) {
            throw new BadInputException(what + " cannot be read: " + e.getMessage() + ".", e);
        }
        Codecs.require(progress.isPossible(), what, "its numbers are impossible");
        return progress;
    }

    private static Map<String, RawTensor> tensors(byte[] bytes, Map<String, int[]> shapes, String what) {
        Map<String, RawTensor> tensors = Safetensors.read(bytes, what);
        Codecs.require(tensors.size() == 2 * shapes.size(), what, "it holds tensors the model does not have");
        return tensors;
    }

    private static Parameters parameters(
            Map<String, RawTensor> tensors, String prefix, Map<String, int[]> shapes, String what) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        shapes.forEach(
                (name, shape) -> parameters.put(name, Safetensors.floats(tensors, prefix + name, shape.clone(), what)));
        return new Parameters(parameters);
    }
}
