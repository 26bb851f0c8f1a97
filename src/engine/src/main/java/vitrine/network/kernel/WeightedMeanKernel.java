package vitrine.network.kernel;

import java.util.Arrays;

/** {@code sum over p of weight[p] x[p] / slots}. */
public final class WeightedMeanKernel implements Kernel {
    private final Input x;
    private final Input weights;
    private final Input slots;
    private final BatchTable out;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public WeightedMeanKernel(Input x, Input weights, Input slots, BatchTable out) {
        this.x = x;
        this.weights = weights;
        this.slots = slots;
        this.out = out;
    }

    @Override
    public void forward(int from, int to) {
        int positions = x.table().positions;
        Arrays.fill(out.values, from * out.width, to * out.width, 0f);
        for (int row = from * positions; row < to * positions; row++) {
            int e = row / positions;
            float share = weights.values()[row] / slots.values()[e];
            arithmetic.addScaled(share, x.values(), row * out.width, out.values, e * out.width, out.width);
        }
    }

    @Override
    public void backward(int from, int to) {
        int positions = x.table().positions;
        int width = out.width;
        if (x.wanted()) {
            x.open(from, to);
            for (int row = from * positions; row < to * positions; row++) {
                int e = row / positions;
                float share = weights.values()[row] / slots.values()[e];
                arithmetic.addScaled(share, out.gradients, e * width, x.gradients(), row * width, width);
            }
        }
        if (weights.wanted()) {
            weights.open(from, to);
            for (int row = from * positions; row < to * positions; row++) {
                int e = row / positions;
                float dot = Dots.dot(out.gradients, e * width, x.values(), row * width, width);
                weights.gradients()[row] += dot / slots.values()[e];
            }
        }
        if (slots.wanted()) {
            slots.open(from, to);
            for (int e = from; e < to; e++) {
                float dot = Dots.dot(out.gradients, e * width, out.values, e * width, width);
                slots.gradients()[e] -= dot / slots.values()[e];
            }
        }
    }
}
