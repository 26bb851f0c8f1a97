package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.model.CnnSettings;
import vitrine.train.Sampling;
import vitrine.train.TrainingSettings;

/** The hyper-parameters of the article's network, shared by its readings. */
final class CnnParameters {
    private static final TrainingSettings T = TrainingSettings.DEFAULTS;
    private static final CnnSettings C = CnnSettings.DEFAULTS;

    static final List<HyperParameter> ALL = List.of(
            parameter("epochs", T.epochs(), "passes over the data, 1 to 1000"),
            parameter("batch", T.batch(), "examples a step, 2 to 65536"),
            parameter("lr", T.learningRate(), "learning rate of Adam, above 0, at most 1"),
            parameter("negatives", T.negatives(), "sampled negatives a positive, 1 to 100"),
            parameter("patience", T.patience(), "epochs without progress before stopping, 0: never stop early"),
            parameter("weight-decay", T.weightDecay(), "L2 pull towards 0, 0 to 1"),
            parameter("dim", C.dim(), "numbers in a vector, 1 to 256"),
            parameter("filters", C.filters(), "convolution filters, 1 to 512"),
            parameter("kernel", C.kernel(), "convolution width, odd, 1 to 9"),
            parameter("history", C.history(), "longest history looked at, 1 to 200"));

    private static final String SAMPLING = "sampling";
    private static final String WARMUP = "warmup";

    static final List<HyperParameter> FURTHER = List.of(
            parameter(SAMPLING, T.sampling().word(), "how negatives are drawn: " + String.join(", ", Sampling.words())),
            parameter(WARMUP, 0, "steps in which the learning rate rises; below 1: share of all steps, 0: none"));

    private CnnParameters() {}

    private static HyperParameter parameter(String name, Object value, String help) {
        return new HyperParameter(name, String.valueOf(value), help);
    }

    static TrainingSettings training(ParameterValues values) {
        return new TrainingSettings(
                values.integer("epochs"),
                values.integer("batch"),
                values.number("lr"),
                values.integer("negatives"),
                values.integer("patience"),
                values.number("weight-decay"),
                Sampling.of(values.word(SAMPLING)),
                values.number(WARMUP));
    }

    static CnnSettings sizes(ParameterValues values) {
        return new CnnSettings(
                values.integer("dim"), values.integer("filters"), values.integer("kernel"), values.integer("history"));
    }

    /** What was added later is left out where it has its default: so models made without it keep their bytes. */
    static SortedMap<String, Object> record(TrainingSettings t, CnnSettings c) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put("epochs", t.epochs());
        values.put("batch", t.batch());
        values.put("lr", t.learningRate());
        values.put("negatives", t.negatives());
        values.put("patience", t.patience());
        values.put("weight-decay", t.weightDecay());
        values.put("dim", c.dim());
        values.put("filters", c.filters());
        values.put("kernel", c.kernel());
        values.put("history", c.history());
        if (t.sampling() != T.sampling()) {
            values.put(SAMPLING, t.sampling().word());
        }
        if (t.warmup() != T.warmup()) {
            values.put(WARMUP, t.warmup());
        }
        return values;
    }
}
