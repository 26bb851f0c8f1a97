package vitrine.network;

import vitrine.run.SeededRandom;

/** Random questions for the article's network: the same numbers for oracle, plain executor, fused kernel and DL4J. */
public final class HistoryConvolutionFixture {
    public final HistoryConvolution.Shape shape;
    public final int rows;
    public final Network network;
    public final Parameters parameters;
    public final SeededRandom random;

    public HistoryConvolutionFixture(int positions, int width, int filters, int kernel, int rows, long seed) {
        this.shape = new HistoryConvolution.Shape(positions, width, filters, kernel);
        this.rows = rows;
        this.network = HistoryConvolution.describe(shape, rows);
        this.random = new SeededRandom(seed);
        this.parameters = Parameters.initial(network, seed);
        // Larger than at the start of training, so that no derivative is lost in rounding.
        for (String name : parameters.tensors().keySet()) {
            float[] values = parameters.values(name);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (values[i] * 3 + 0.1 * random.nextGaussian());
            }
        }
    }

    /** One question: tokens (row 0 in unused positions), weights (0 in unused positions), number of slots. */
    public record Question(int[] tokens, float[] weights, int slots) {}

    public Question question(boolean fractional) {
        int slots = 1 + random.nextInt(shape.positions());
        int[] tokens = new int[shape.positions()];
        float[] weights = new float[shape.positions()];
        for (int p = 0; p < slots; p++) {
            tokens[p] = random.nextInt(rows);
            weights[p] = fractional ? (random.nextInt(4) == 0 ? 0f : (float) random.nextDouble()) : 1f;
        }
        return new Question(tokens, weights, slots);
    }
}
