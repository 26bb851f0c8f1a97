package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.train.Sampling;
import vitrine.train.TrainingSettings;

/**
 * The hyper-parameters of how a neural model is taught, shared by all of them.
 *
 * @param defaults of one model
 */
record NeuralParameters(TrainingSettings defaults) {
    private static final String SAMPLING = "sampling";
    private static final String WARMUP = "warmup";
    private static final String CLIP = "clip";

    static HyperParameter parameter(String name, Object value, String help) {
        return new HyperParameter(name, String.valueOf(value), help);
    }

    /** Those every form shows. */
    List<HyperParameter> shown() {
        return List.of(
                parameter("epochs", defaults.epochs(), "passes over the data, 1 to 1000"),
                parameter("batch", defaults.batch(), "examples a step, 2 to 65536"),
                parameter("lr", defaults.learningRate(), "learning rate of Adam, above 0, at most 1"),
                parameter("negatives", defaults.negatives(), "sampled negatives a positive, 1 to 100"),
                parameter(
                        "patience",
                        defaults.patience(),
                        "epochs without progress before stopping, 0: never stop early"),
                parameter("weight-decay", defaults.weightDecay(), "L2 pull towards 0, 0 to 1"));
    }

    List<HyperParameter> further() {
        return List.of(
                new HyperParameter(
                        SAMPLING,
                        defaults.sampling().word(),
                        "how negatives are drawn: " + String.join(", ", Sampling.words()),
                        Sampling.words()),
                parameter(WARMUP, 0, "steps in which the learning rate rises; below 1: share of all steps, 0: none"),
                parameter(CLIP, 0, "longest gradient of a batch (Euclidean length), up to 1000000, 0: any"));
    }

    static TrainingSettings training(ParameterValues values) {
        return training(values, values.number("weight-decay"));
    }

    /** For a model whose decay is no parameter of its own. */
    static TrainingSettings training(ParameterValues values, double weightDecay) {
        return new TrainingSettings(
                values.integer("epochs"),
                values.integer("batch"),
                values.number("lr"),
                values.integer("negatives"),
                values.integer("patience"),
                weightDecay,
                Sampling.of(values.word(SAMPLING)),
                values.number(WARMUP),
                values.number(CLIP));
    }

    /** What was added later is left out where it has its default: so models made without it keep their bytes. */
    SortedMap<String, Object> record(TrainingSettings t) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put("epochs", t.epochs());
        values.put("batch", t.batch());
        values.put("lr", t.learningRate());
        values.put("negatives", t.negatives());
        values.put("patience", t.patience());
        values.put("weight-decay", t.weightDecay());
        if (t.sampling() != defaults.sampling()) {
            values.put(SAMPLING, t.sampling().word());
        }
        if (t.warmup() != 0) {
            values.put(WARMUP, t.warmup());
        }
        if (t.clip() != 0) {
            values.put(CLIP, t.clip());
        }
        return values;
    }
}
