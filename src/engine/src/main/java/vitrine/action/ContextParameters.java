package vitrine.action;

import static vitrine.action.NeuralParameters.parameter;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vitrine.model.DeepContextSettings;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingSettings;

/** The hyper-parameters of the context model. */
final class ContextParameters {
    static final String ID_DROPOUT = "id-dropout";
    /** Found on the validation targets of three shops; decision 0021. */
    private static final NeuralParameters TEACHING =
            new NeuralParameters(new TrainingSettings(20, 1024, 3e-3, 4, 5, 1e-5));

    private static final DeepContextSettings D = DeepContextSettings.DEFAULTS;

    static final List<HyperParameter> ALL = Stream.concat(
                    TEACHING.shown().stream(),
                    Stream.of(
                            parameter("dim", D.dim(), "numbers in a vector, 1 to 256"),
                            parameter("layers", typed(D.layers()), "units of the perceptron's layers, such as 64,32"),
                            parameter("history", D.history(), "past actions whose mean is the profile, 1 to 200"),
                            parameter(
                                    ID_DROPOUT,
                                    0.1,
                                    "share of questions whose user, or whose products, are known by attributes only, 0"
                                            + " to 1; 1: ids are never looked at")))
            .toList();

    static final List<HyperParameter> FURTHER = TEACHING.further();

    private ContextParameters() {}

    static DeepContextSettings sizes(ParameterValues values) {
        return new DeepContextSettings(values.integer("dim"), values.integers("layers"), values.integer("history"));
    }

    static double idDropout(ParameterValues values) {
        double share = values.number(ID_DROPOUT);
        if (!(share >= 0 && share <= 1)) {
            throw new WrongUsageException("--id-dropout must lie between 0 and 1, not " + share + ".");
        }
        return share;
    }

    static SortedMap<String, Object> record(ParameterValues values) {
        DeepContextSettings sizes = sizes(values);
        SortedMap<String, Object> recorded = TEACHING.record(NeuralParameters.training(values));
        recorded.put("dim", sizes.dim());
        recorded.put("layers", typed(sizes.layers()));
        recorded.put("history", sizes.history());
        recorded.put(ID_DROPOUT, idDropout(values));
        return recorded;
    }

    private static String typed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
