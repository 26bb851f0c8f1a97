package vitrine.network.dl4j;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import vitrine.network.HistoryConvolution;

/** A batch of questions with one candidate each, in the three arrays {@link HistoryConvolutionGraph} reads. */
final class GraphInputs {
    private final HistoryConvolution.Shape shape;
    private final int examples;
    private final int steps;
    private final float[] ids;
    private final float[] weights;
    private final float[] shares;

    /** All positions unused. */
    GraphInputs(HistoryConvolution.Shape shape, int examples) {
        this.shape = shape;
        this.examples = examples;
        this.steps = HistoryConvolutionGraph.steps(shape);
        this.ids = new float[examples * steps];
        this.weights = new float[examples * 3 * shape.width() * steps];
        this.shares = new float[examples * shape.filters() * steps];
    }

    /**
     * Fills one example.
     *
     * @param tokens table rows, user first, {@code slots} or more (the rest is ignored)
     * @param weights of the tokens
     * @param slots positions in use, emptied ones included
     * @param candidate table row
     */
    void put(int example, int[] tokens, float[] weights, int slots, int candidate) {
        float[] weightOf = Arrays.copyOf(Arrays.copyOf(weights, slots), steps);
        float[] shareOf = new float[steps];
        for (int j = 0; j < slots; j++) {
            ids[example * steps + j] = tokens[j];
            shareOf[j] = weightOf[j] / slots;
        }
        ids[example * steps + steps - 1] = candidate;
        repeat(weightOf, this.weights, example, 3 * shape.width());
        repeat(shareOf, shares, example, shape.filters());
    }

    private void repeat(float[] row, float[] into, int example, int times) {
        for (int i = 0; i < times; i++) {
            System.arraycopy(row, 0, into, (example * times + i) * steps, steps);
        }
    }

    /** {@code ids, weights, shares}. */
    INDArray[] features() {
        return new INDArray[] {
            Nd4j.createFromArray(ids).reshape('c', examples, steps),
            Nd4j.createFromArray(weights).reshape('c', examples, 3 * shape.width(), steps),
            Nd4j.createFromArray(shares).reshape('c', examples, shape.filters(), steps)
        };
    }

    /** @param labels 1 for a positive, 0 for a negative, one an example */
    MultiDataSet withLabels(float... labels) {
        INDArray column = Nd4j.createFromArray(labels).reshape('c', examples, 1);
        return new MultiDataSet(features(), new INDArray[] {column});
    }
}
