package vitrine.network.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import vitrine.network.HistoryConvolution;
import vitrine.run.CannotAnswerException;

/**
 * The article's network ({@link HistoryConvolution#describe}) as a DL4J graph. DL4J layers cannot share weights, and tokens
 * and candidate share one table, so the candidate is looked up as one more token behind the last: with n = 1 + positions
 * steps, d = width and F = filters, for a batch of B questions with one candidate each,
 *
 * <pre>
 * ids     [B, n]      table rows: user, history, 0 in unused positions, candidate
 * weights [B, 3d, n]  w_j at step j, the same for all channels; 0 in unused positions and at the candidate
 * shares  [B, F, n]   w_j / slots at step j, the same for all filters; 0 in unused positions and at the candidate
 * score   [B, 1]      the probability, sigmoid(s)
 * </pre>
 *
 * <p>The candidate's step has weight 0: to the convolution it is padding, to the mean it is nothing. Only vertices of DL4J
 * itself are used, so an exported file opens without this program.
 *
 * <p>Limits of DL4J: ids travel as floats, exact up to row 2^24; its cross-entropy cuts probabilities at 1e-5, so for
 * scores beyond ±11.5 loss and gradient leave ours.
 */
final class HistoryConvolutionGraph {
    static final String IDS = "ids";
    static final String WEIGHTS = "weights";
    static final String SHARES = "shares";

    /** Every integer up to here is a float. */
    static final int MOST_ROWS = 1 << 24;

    private HistoryConvolutionGraph() {}

    /** A graph with DL4J's own starting values; training is Adam without weight decay. */
    static ComputationGraph build(HistoryConvolution.Shape shape, int rows, double learningRate, long seed) {
        if (rows > MOST_ROWS) {
            throw new CannotAnswerException("DL4J reads ids as floats, which tell " + MOST_ROWS
                    + " users and items apart; this model has " + rows + ". Keep it in Vitrine's own format.");
        }
        ComputationGraph graph = new ComputationGraph(configuration(shape, rows, learningRate, seed));
        graph.init();
        return graph;
    }

    private static ComputationGraphConfiguration configuration(
            HistoryConvolution.Shape shape, int rows, double learningRate, long seed) {
        int channels = 3 * shape.width();
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.FLOAT)
                .updater(new Adam(learningRate, 0.9, 0.999, 1e-8))
                .graphBuilder()
                .addInputs(IDS, WEIGHTS, SHARES)
                .addLayer(
                        HistoryConvolution.TABLE,
                        new EmbeddingSequenceLayer.Builder()
                                .nIn(rows)
                                .nOut(shape.width())
                                .inputLength(steps(shape))
                                .build(),
                        IDS)
                .addVertex("candidate-vector", new LastTimeStepVertex(IDS), HistoryConvolution.TABLE)
                .addVertex("candidate-channels", new DuplicateToTimeSeriesVertex(WEIGHTS), "candidate-vector")
                .addVertex(
                        "match",
                        new ElementWiseVertex(ElementWiseVertex.Op.Product),
                        HistoryConvolution.TABLE,
                        "candidate-channels")
                .addVertex("channels", new MergeVertex(), HistoryConvolution.TABLE, "candidate-channels", "match")
                .addVertex(
                        "weighted-channels", new ElementWiseVertex(ElementWiseVertex.Op.Product), "channels", WEIGHTS)
                .addLayer(
                        HistoryConvolution.CONVOLUTION,
                        new Convolution1DLayer.Builder(shape.kernel())
                                .nIn(channels)
                                .nOut(shape.filters())
                                .convolutionMode(ConvolutionMode.Same)
                                .activation(Activation.RELU)
                                .build(),
                        "weighted-channels")
                .addVertex(
                        "shared",
                        new ElementWiseVertex(ElementWiseVertex.Op.Product),
                        HistoryConvolution.CONVOLUTION,
                        SHARES)
                .addLayer("mean", new GlobalPoolingLayer(PoolingType.SUM), "shared")
                .addLayer(
                        HistoryConvolution.OUTPUT,
                        new OutputLayer.Builder(LossFunction.XENT)
                                .nIn(shape.filters())
                                .nOut(1)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "mean")
                .setOutputs(HistoryConvolution.OUTPUT)
                .build();
    }

    /** Tokens and the candidate behind them. */
    static int steps(HistoryConvolution.Shape shape) {
        return shape.positions() + 1;
    }
}
