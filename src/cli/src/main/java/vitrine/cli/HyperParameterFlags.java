package vitrine.cli;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Hyper-parameters by their flag names, passed on as text: each model knows which it has, its defaults and its ranges.
 */
final class HyperParameterFlags {
    private final Map<String, String> given = new TreeMap<>();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training data.")
    void setEpochs(String value) {
        put("epochs", value);
    }

    @Option(names = "--batch", paramLabel = "N", description = "Examples a step.")
    void setBatch(String value) {
        put("batch", value);
    }

    @Option(names = "--lr", paramLabel = "X", description = "Learning rate.")
    void setLearningRate(String value) {
        put("lr", value);
    }

    @Option(names = "--negatives", paramLabel = "N", description = "Sampled negatives a positive.")
    void setNegatives(String value) {
        put("negatives", value);
    }

    @Option(names = "--patience", paramLabel = "N", description = "Epochs without improvement before stopping early.")
    void setPatience(String value) {
        put("patience", value);
    }

    @Option(names = "--weight-decay", paramLabel = "X", description = "Weight decay.")
    void setWeightDecay(String value) {
        put("weight-decay", value);
    }

    @Option(
            names = "--sampling",
            paramLabel = "NAME",
            description = "How negatives are drawn: uniform, popularity (by count^0.75) or in-batch.")
    void setSampling(String value) {
        put("sampling", value);
    }

    @Option(
            names = "--warmup",
            paramLabel = "X",
            description = "Steps in which the learning rate rises evenly to its value; below 1: share of all steps.")
    void setWarmup(String value) {
        put("warmup", value);
    }

    @Option(
            names = "--clip",
            paramLabel = "X",
            description = "Longest gradient of a batch, as a Euclidean length; 0: any.")
    void setClip(String value) {
        put("clip", value);
    }

    @Option(names = "--dropout", paramLabel = "X", description = "Share of units dropped in training.")
    void setDropout(String value) {
        put("dropout", value);
    }

    @Option(names = "--dim", paramLabel = "N", description = "cnn, gru, context: numbers in an item's vector.")
    void setDim(String value) {
        put("dim", value);
    }

    @Option(names = "--filters", paramLabel = "N", description = "cnn: convolution filters.")
    void setFilters(String value) {
        put("filters", value);
    }

    @Option(names = "--kernel", paramLabel = "N", description = "cnn: width of a filter.")
    void setKernel(String value) {
        put("kernel", value);
    }

    @Option(names = "--history", paramLabel = "N", description = "cnn, gru, context: history items the network sees.")
    void setHistory(String value) {
        put("history", value);
    }

    @Option(
            names = "--hidden",
            paramLabel = "N",
            description = "gru: numbers in the state; multvae: units beside the code.")
    void setHidden(String value) {
        put("hidden", value);
    }

    @Option(names = "--latent", paramLabel = "N", description = "multvae: numbers in the code.")
    void setLatent(String value) {
        put("latent", value);
    }

    @Option(names = "--beta", paramLabel = "X", description = "multvae: weight of the code's divergence.")
    void setBeta(String value) {
        put("beta", value);
    }

    @Option(names = "--anneal", paramLabel = "N", description = "multvae: steps in which that weight rises from 0.")
    void setAnneal(String value) {
        put("anneal", value);
    }

    @Option(
            names = "--softmax",
            paramLabel = "NAME",
            description = "gru: what the next item is told apart from: sampled negatives, or full: all items.")
    void setSoftmax(String value) {
        put("softmax", value);
    }

    @Option(
            names = "--factors",
            paramLabel = "N",
            description = "neumf, bpr: numbers in a vector of the factorisation.")
    void setFactors(String value) {
        put("factors", value);
    }

    @Option(names = "--layers", paramLabel = "N,N", description = "neumf, context: units of the perceptron's layers.")
    void setLayers(String value) {
        put("layers", value);
    }

    @Option(
            names = "--pretrain-epochs",
            paramLabel = "N",
            description = "neumf: epochs in which its two halves are taught alone before; 0: none.")
    void setPretrainEpochs(String value) {
        put("pretrain-epochs", value);
    }

    @Option(names = "--neighbours", paramLabel = "N", description = "itemknn: neighbours kept for each candidate.")
    void setNeighbours(String value) {
        put("neighbours", value);
    }

    @Option(
            names = "--l2",
            paramLabel = "X",
            description = "ease: penalty on large weights, counted in users; bpr: pull on a vector for each example.")
    void setL2(String value) {
        put("l2", value);
    }

    @Option(
            names = "--id-dropout",
            paramLabel = "X",
            description = "context: share of training questions that know users or items by attributes only.")
    void setIdDropout(String value) {
        put("id-dropout", value);
    }

    /** What was given, by flag name without dashes. */
    Map<String, String> parameters() {
        return Map.copyOf(given);
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
