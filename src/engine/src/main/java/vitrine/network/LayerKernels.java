package vitrine.network;

import vitrine.network.kernel.ActivateKernel;
import vitrine.network.kernel.BatchTable;
import vitrine.network.kernel.BiasKernel;
import vitrine.network.kernel.CandidateLogitsKernel;
import vitrine.network.kernel.ConcatenateKernel;
import vitrine.network.kernel.ConvolutionKernel;
import vitrine.network.kernel.DenseKernel;
import vitrine.network.kernel.DropoutKernel;
import vitrine.network.kernel.EmbeddingBagKernel;
import vitrine.network.kernel.EmbeddingKernel;
import vitrine.network.kernel.GaussianSampleKernel;
import vitrine.network.kernel.GlobalAverageKernel;
import vitrine.network.kernel.GlobalMaxKernel;
import vitrine.network.kernel.GruKernel;
import vitrine.network.kernel.Kernel;
import vitrine.network.kernel.L2NormaliseKernel;
import vitrine.network.kernel.PositionKernel;
import vitrine.network.kernel.ProductKernel;
import vitrine.network.kernel.RepeatKernel;
import vitrine.network.kernel.ScaleKernel;
import vitrine.network.kernel.SumKernel;
import vitrine.network.kernel.WeightedMeanKernel;

/** Which kernel runs which layer record. */
final class LayerKernels {
    private LayerKernels() {}

    /** The table a layer looks up rows of. */
    static String tableOf(Layer layer) {
        if (layer instanceof Layer.EmbeddingBag bag) {
            return bag.table();
        }
        return layer instanceof Layer.CandidateLogits logits ? logits.table() : ((Layer.Embedding) layer).table();
    }

    static Kernel of(Layer layer, Kernels k) {
        BatchTable out = k.table(layer.name());
        if (layer instanceof Layer.Embedding l) {
            return new EmbeddingKernel(k.ids(l.ids()), k.weights(l.table()), l.rows(), out);
        } else if (layer instanceof Layer.EmbeddingBag l) {
            boolean mean = l.pooling() == Layer.EmbeddingBag.Pooling.MEAN;
            return new EmbeddingBagKernel(k.ids(l.ids()), k.input(l, 1), k.weights(l.table()), l.rows(), mean, out);
        } else if (layer instanceof Layer.CandidateLogits l) {
            return new CandidateLogitsKernel(k.ids(l.ids()), k.input(l, 1), k.weights(l.table()), l.rows(), out);
        } else if (layer instanceof Layer.Bias l) {
            return new BiasKernel(k.input(l, 0), k.weights(l.name() + ".bias"), out);
        } else if (layer instanceof Layer.Conv1D l) {
            float[] weight = k.weights(l.name() + ".weight");
            float[] bias = k.weights(l.name() + ".bias");
            return new ConvolutionKernel(k.input(l, 0), weight, bias, l.kernel(), l.activation(), out);
        } else if (layer instanceof Layer.Gru l) {
            GruKernel.Weights weights = new GruKernel.Weights(
                    k.weights(l.name() + ".input.weight"),
                    k.weights(l.name() + ".input.bias"),
                    k.weights(l.name() + ".recurrent.weight"),
                    k.weights(l.name() + ".recurrent.bias"));
            return new GruKernel(k.input(l, 0), k.input(l, 1), weights, out);
        } else if (layer instanceof Layer.Dense l) {
            float[] weight = k.weights(l.name() + ".weight");
            float[] bias = k.weights(l.name() + ".bias");
            return new DenseKernel(k.input(l, 0), weight, bias, l.activation(), k.prepares(), out);
        }
        return withoutWeights(layer, k, out);
    }

    private static Kernel withoutWeights(Layer layer, Kernels k, BatchTable out) {
        if (layer instanceof Layer.Repeat l) {
            return new RepeatKernel(k.input(l, 0), out);
        } else if (layer instanceof Layer.Product l) {
            return new ProductKernel(k.input(l, 0), k.input(l, 1), out);
        } else if (layer instanceof Layer.Sum l) {
            return new SumKernel(k.inputs(l), out);
        } else if (layer instanceof Layer.Concatenate l) {
            return new ConcatenateKernel(k.inputs(l), out);
        } else if (layer instanceof Layer.Scale l) {
            return new ScaleKernel(k.input(l, 0), k.input(l, 1), out);
        } else if (layer instanceof Layer.WeightedMean l) {
            return new WeightedMeanKernel(k.input(l, 0), k.input(l, 1), k.input(l, 2), out);
        } else if (layer instanceof Layer.GlobalAverage l) {
            return new GlobalAverageKernel(k.input(l, 0), k.input(l, 1), out);
        } else if (layer instanceof Layer.GlobalMax l) {
            return new GlobalMaxKernel(k.input(l, 0), k.input(l, 1), out);
        } else if (layer instanceof Layer.Position l) {
            return new PositionKernel(k.input(l, 0), l.position(), out);
        } else if (layer instanceof Layer.Activate l) {
            return new ActivateKernel(k.input(l, 0), l.activation(), out);
        } else if (layer instanceof Layer.Dropout l) {
            return new DropoutKernel(k.input(l, 0), l.rate(), k.noise(), k.number(l), out);
        } else if (layer instanceof Layer.L2Normalise l) {
            return new L2NormaliseKernel(k.input(l, 0), out);
        } else if (layer instanceof Layer.GaussianSample l) {
            return new GaussianSampleKernel(k.input(l, 0), k.input(l, 1), k.noise(), k.number(l), out);
        }
        throw new IllegalStateException("layer " + layer.name() + " is an input and has no kernel");
    }
}
