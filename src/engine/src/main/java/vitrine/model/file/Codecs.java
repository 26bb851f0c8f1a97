package vitrine.model.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vitrine.model.Recommender;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.Tensor;
import vitrine.run.CannotAnswerException;

/** The kinds of model that can be kept in a file, and the checks their readers share. */
final class Codecs {
    private static final List<ModelCodec> ALL = List.of(
            new CnnCodec(),
            new NeuMfCodec(),
            new ItemKnnCodec(),
            new EaseCodec(),
            new BprCodec(),
            new PopularityCodec(),
            new GruCodec(),
            new MultVaeCodec(),
            new ContextCodec());

    private Codecs() {}

    static ModelCodec of(Recommender model) {
        return named(model.name());
    }

    static ModelCodec named(String model) {
        return find(model)
                .orElseThrow(() -> new CannotAnswerException(
                        "The model " + model + " cannot be kept in a file. Those that can: " + names() + "."));
    }

    private static Optional<ModelCodec> find(String model) {
        return ALL.stream().filter(codec -> codec.name().equals(model)).findFirst();
    }

    static ModelCodec named(String name, String what) {
        return find(name)
                .orElseThrow(() -> Safetensors.damaged(what, "it names an unknown kind of model; known: " + names()));
    }

    private static String names() {
        return ALL.stream().map(ModelCodec::name).collect(Collectors.joining(", "));
    }

    /** One tensor a parameter. */
    static Map<String, RawTensor> encode(Parameters parameters) {
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        parameters.tensors().forEach((name, tensor) -> tensors.put(name, RawTensor.of(tensor)));
        return tensors;
    }

    /** Every parameter of a network in its shape, and nothing else. */
    static Parameters parameters(Network network, Map<String, RawTensor> tensors, String what) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        network.parameterShapes()
                .forEach((name, shape) -> parameters.put(name, Safetensors.floats(tensors, name, shape, what)));
        require(tensors.size() == parameters.size(), what, "it holds tensors the model does not have");
        return new Parameters(parameters);
    }

    static int setting(Map<String, Integer> settings, String name, String what) {
        Integer value = settings.get(name);
        if (value == null) {
            throw Safetensors.damaged(what, "the setting " + name + " is missing");
        }
        return value;
    }

    static int[] ints(Map<String, RawTensor> tensors, String name, int length, String what) {
        int[] values = present(tensors, name, what).ints(name);
        require(values.length == length, what, "tensor " + name + " has " + values.length + " values, not " + length);
        return values;
    }

    static RawTensor present(Map<String, RawTensor> tensors, String name, String what) {
        RawTensor raw = tensors.get(name);
        if (raw == null) {
            throw Safetensors.damaged(what, "tensor " + name + " is missing");
        }
        return raw;
    }

    static void require(boolean holds, String what, String otherwise) {
        if (!holds) {
            throw Safetensors.damaged(what, otherwise);
        }
    }
}
