package vitrine.network.dl4j;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import vitrine.network.Activation;
import vitrine.network.Layer;
import vitrine.run.CannotAnswerException;

/** Layers with weights of their own, and activations, in DL4J. */
final class TrainedTranslation {
    private final GraphDraft draft;

    TrainedTranslation(GraphDraft draft) {
        this.draft = draft;
    }

    void add(Layer layer) {
        if (layer instanceof Layer.Dense l) {
            dense(l);
        } else if (layer instanceof Layer.Conv1D l) {
            convolution(l);
        } else if (layer instanceof Layer.Bias l) {
            bias(l);
        } else if (layer instanceof Layer.Activate l) {
            activation(l, draft.of(l.table()), l.activation());
        } else if (layer instanceof Layer.Gru l) {
            throw new CannotAnswerException("DL4J has no gated recurrent unit, so the layer " + l.name()
                    + " has no place in its files. Keep the model in Vitrine's own format.");
        } else if (layer instanceof Layer.CandidateLogits l) {
            throw new CannotAnswerException("DL4J has no logits of chosen classes, so the layer " + l.name()
                    + " has no place in its files. Keep the model in Vitrine's own format.");
        } else {
            throw new IllegalStateException("layer " + layer.name() + " is an input");
        }
    }

    private void dense(Layer.Dense l) {
        draft.is(
                l,
                new DenseLayer.Builder()
                        .nIn(draft.shape(l.vector()).size())
                        .nOut(l.units())
                        .activation(theirs(l.activation()))
                        .build(),
                draft.flat(l.vector()));
        draft.trains(l.name() + ".weight", l.name(), "W");
        draft.trains(l.name() + ".bias", l.name(), "b");
    }

    /** DL4J would run a softmax along the positions, so it follows as a layer of its own. */
    private void convolution(Layer.Conv1D l) {
        boolean softmax = l.activation() == Activation.SOFTMAX;
        boolean whole = !softmax && draft.shape(l.name()).positions() > 1;
        Convolution1DLayer theirs = convolution(draft.shape(l.table()).width(), l.filters(), l.kernel())
                .activation(theirs(softmax ? Activation.IDENTITY : l.activation()))
                .build();
        String name;
        if (whole) {
            draft.is(l, theirs, draft.series(l.table()));
            name = l.name();
        } else {
            name = draft.add(l.name() + ".filters", theirs, draft.series(l.table()));
            String out = draft.fromSeries(l.name(), name);
            if (softmax) {
                activation(l, out, Activation.SOFTMAX);
            } else {
                draft.is(l.name(), out);
            }
        }
        draft.trains(l.name() + ".weight", name, "W");
        draft.trains(l.name() + ".bias", name, "b");
    }

    private static Convolution1DLayer.Builder convolution(int channels, int filters, int kernel) {
        return new Convolution1DLayer.Builder(kernel)
                .nIn(channels)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same);
    }

    /** DL4J has no bias on its own: the weights of a column of ones. */
    private void bias(Layer.Bias l) {
        String column = draft.add(l.name() + ".column", new SubsetVertex(0, 0), draft.of(l.table()));
        String zeros = draft.add(l.name() + ".zeros", new ScaleVertex(0), column);
        String ones = draft.add(l.name() + ".ones", new ShiftVertex(1), zeros);
        int width = draft.shape(l.table()).width();
        boolean series = draft.shape(l.table()).positions() > 1;
        String added = series
                ? draft.add(
                        l.name() + ".bias",
                        convolution(1, width, 1)
                                .hasBias(false)
                                .activation(theirs(Activation.IDENTITY))
                                .build(),
                        ones)
                : draft.add(
                        l.name() + ".bias",
                        new DenseLayer.Builder()
                                .nIn(1)
                                .nOut(width)
                                .hasBias(false)
                                .activation(theirs(Activation.IDENTITY))
                                .build(),
                        ones);
        draft.is(l, new ElementWiseVertex(ElementWiseVertex.Op.Add), draft.of(l.table()), added);
        draft.trains(l.name() + ".bias", added, "W");
    }

    /** DL4J's activation layer overwrites what it reads, which others may read too: it gets a copy. */
    private void activation(Layer layer, String vertex, Activation activation) {
        String copy = draft.add(layer.name() + ".copy", new ScaleVertex(1), vertex);
        ActivationLayer theirs =
                new ActivationLayer.Builder().activation(theirs(activation)).build();
        if (activation == Activation.SOFTMAX && draft.shape(layer.name()).positions() > 1) {
            draft.is(layer, new TimeDistributed(theirs), copy);
        } else {
            draft.is(layer, theirs, copy);
        }
    }

    private static org.nd4j.linalg.activations.Activation theirs(Activation activation) {
        return switch (activation) {
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
            case SIGMOID -> org.nd4j.linalg.activations.Activation.SIGMOID;
            case TANH -> org.nd4j.linalg.activations.Activation.TANH;
            case SOFTMAX -> org.nd4j.linalg.activations.Activation.SOFTMAX;
        };
    }
}
