package vitrine.action;

import static vitrine.action.NeuralParameters.parameter;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vitrine.model.NeuMfSettings;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingSettings;

/** The hyper-parameters of NeuMF. */
final class NeuMfParameters {
    private static final String PRETRAIN_EPOCHS = "pretrain-epochs";
    private static final int MOST_EPOCHS = 1000;
    /** A tenth of it is the least rate of a training. */
    private static final double LEAST_RATE = 1e-8;

    /** Found on ML-100K's validation targets: 8 negatives rank better there than 4; decision 0014. */
    private static final NeuralParameters TEACHING =
            new NeuralParameters(new TrainingSettings(20, 1024, 1e-3, 8, 5, 0));

    private static final NeuMfSettings D = NeuMfSettings.DEFAULTS;

    static final List<HyperParameter> ALL = Stream.concat(
                    TEACHING.shown().stream(),
                    Stream.of(
                            parameter("factors", D.factors(), "numbers in a vector of the factorisation, 1 to 512"),
                            parameter(
                                    "layers",
                                    typed(D.layers()),
                                    "units of the perceptron's layers, such as 32,16,8; the first is also the length of"
                                            + " its vectors")))
            .toList();

    static final List<HyperParameter> FURTHER = Stream.concat(
                    TEACHING.further().stream(),
                    Stream.of(parameter(
                            PRETRAIN_EPOCHS,
                            0,
                            "epochs in which each half is taught alone before, up to 1000, 0: none")))
            .toList();

    private NeuMfParameters() {}

    static NeuMfSettings sizes(ParameterValues values) {
        return new NeuMfSettings(values.integer("factors"), values.integers("layers"));
    }

    /** @param training without pre-training; refused where the joint training would be taught at no rate */
    static int pretrainEpochs(ParameterValues values, TrainingSettings training) {
        int epochs = values.integer(PRETRAIN_EPOCHS);
        if (epochs < 0 || epochs > MOST_EPOCHS) {
            throw new WrongUsageException(
                    "--" + PRETRAIN_EPOCHS + " must lie between 0 and " + MOST_EPOCHS + ", not " + epochs + ".");
        }
        if (epochs > 0 && training.learningRate() < LEAST_RATE) {
            throw new WrongUsageException("--lr must be at least " + LEAST_RATE + " with --" + PRETRAIN_EPOCHS
                    + ", whose joint training is taught at a tenth of it, not " + training.learningRate() + ".");
        }
        return epochs;
    }

    /** Without pre-training there is no word of it: so models made before it keep their bytes. */
    static SortedMap<String, Object> record(TrainingSettings t, NeuMfSettings s, int pretrainEpochs) {
        SortedMap<String, Object> values = TEACHING.record(t);
        values.put("factors", s.factors());
        values.put("layers", typed(s.layers()));
        if (pretrainEpochs > 0) {
            values.put(PRETRAIN_EPOCHS, pretrainEpochs);
        }
        return values;
    }

    private static String typed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
