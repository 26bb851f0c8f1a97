package vitrine.network.dl4j;

import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Loss;
import vitrine.network.MultinomialLikelihood;
import vitrine.network.SoftmaxCrossEntropy;
import vitrine.run.CannotAnswerException;

/**
 * A loss as the last vertex of a DL4J graph, whose output is probabilities: {@link BinaryCrossEntropy} as XENT, {@link
 * SoftmaxCrossEntropy} as MCXENT with one label an example, {@link MultinomialLikelihood} without its divergence as MCXENT
 * with counts for labels.
 *
 * <p>Two of them squash in a layer of their own: DL4J's loss layer scores a sigmoid twice over, since its way back overwrites
 * the logits, and its gradient of a softmax takes for granted that the labels add up to 1, which counts do not.
 */
final class GraphLoss {
    private GraphLoss() {}

    /** @return the vertex that ends the graph; its output is the probabilities */
    static String add(Loss loss, GraphDraft draft, String logits) {
        if (loss instanceof BinaryCrossEntropy) {
            String squashed = squashed("sigmoid", Activation.SIGMOID, draft, logits);
            return draft.add("probability", layer(LossFunction.XENT, Activation.IDENTITY), squashed);
        } else if (loss instanceof SoftmaxCrossEntropy) {
            return draft.add("probability", layer(LossFunction.MCXENT, Activation.SOFTMAX), logits);
        } else if (loss instanceof MultinomialLikelihood likelihood && likelihood.beta() == 0) {
            String squashed = squashed("softmax", Activation.SOFTMAX, draft, logits);
            return draft.add("probability", layer(LossFunction.MCXENT, Activation.IDENTITY), squashed);
        } else if (loss instanceof MultinomialLikelihood) {
            throw new CannotAnswerException(
                    "DL4J cannot add the divergence of a code to a loss, so this training objective"
                            + " has no place in its files; with beta 0 it has.");
        }
        throw new CannotAnswerException(
                "DL4J has no loss that compares examples with each other, as Bayesian personalised"
                        + " ranking does; the network can be written with binary cross-entropy, its scores as logits.");
    }

    private static String squashed(String name, Activation activation, GraphDraft draft, String logits) {
        // The activation layer would overwrite the network's output.
        String copy = draft.add("logits", new ScaleVertex(1), logits);
        return draft.add(
                name, new ActivationLayer.Builder().activation(activation).build(), copy);
    }

    private static LossLayer layer(LossFunction function, Activation activation) {
        return new LossLayer.Builder(function).activation(activation).build();
    }

    /** DL4J asks for the squashing inside the loss layer. */
    static boolean isChecked(Loss loss) {
        return loss instanceof SoftmaxCrossEntropy;
    }
}
