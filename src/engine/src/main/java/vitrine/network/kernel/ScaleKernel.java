package vitrine.network.kernel;

/** Each position multiplied by its weight. */
public final class ScaleKernel implements Kernel {
    private final Input x;
    private final Input weights;
    private final BatchTable out;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public ScaleKernel(Input x, Input weights, BatchTable out) {
        this.x = x;
        this.weights = weights;
        this.out = out;
    }

    @Override
    public void forward(int from, int to) {
        for (int row = from * out.positions; row < to * out.positions; row++) {
            float weight = weights.values()[row];
            for (int i = row * out.width; i < (row + 1) * out.width; i++) {
                out.values[i] = x.values()[i] * weight;
            }
        }
    }

    @Override
    public void backward(int from, int to) {
        int width = out.width;
        if (x.wanted()) {
            x.open(from, to);
            for (int row = from * out.positions; row < to * out.positions; row++) {
                float weight = weights.values()[row];
                arithmetic.addScaled(weight, out.gradients, row * width, x.gradients(), row * width, width);
            }
        }
        if (weights.wanted()) {
            weights.open(from, to);
            for (int row = from * out.positions; row < to * out.positions; row++) {
                weights.gradients()[row] += Dots.dot(out.gradients, row * width, x.values(), row * width, width);
            }
        }
    }
}
