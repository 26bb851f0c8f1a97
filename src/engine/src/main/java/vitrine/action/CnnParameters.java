package vitrine.action;

import static vitrine.action.NeuralParameters.parameter;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import vitrine.model.CnnSettings;
import vitrine.train.TrainingSettings;

/** The hyper-parameters of the article's network, shared by its readings. */
final class CnnParameters {
    private static final NeuralParameters TEACHING = new NeuralParameters(TrainingSettings.DEFAULTS);
    private static final CnnSettings C = CnnSettings.DEFAULTS;

    static final List<HyperParameter> ALL = Stream.concat(
                    TEACHING.shown().stream(),
                    Stream.of(
                            parameter("dim", C.dim(), "numbers in a vector, 1 to 256"),
                            parameter("filters", C.filters(), "convolution filters, 1 to 512"),
                            parameter("kernel", C.kernel(), "convolution width, odd, 1 to 9"),
                            parameter("history", C.history(), "longest history looked at, 1 to 200")))
            .toList();

    static final List<HyperParameter> FURTHER = TEACHING.further();

    private CnnParameters() {}

    static CnnSettings sizes(ParameterValues values) {
        return new CnnSettings(
                values.integer("dim"), values.integer("filters"), values.integer("kernel"), values.integer("history"));
    }

    static SortedMap<String, Object> record(TrainingSettings t, CnnSettings c) {
        SortedMap<String, Object> values = TEACHING.record(t);
        values.put("dim", c.dim());
        values.put("filters", c.filters());
        values.put("kernel", c.kernel());
        values.put("history", c.history());
        return values;
    }
}
