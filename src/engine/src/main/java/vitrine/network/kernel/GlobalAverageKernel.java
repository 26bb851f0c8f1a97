package vitrine.network.kernel;

import java.util.Arrays;

/** {@code sum over p of mask[p] x[p] / sum of mask}; 0 when the mask is all 0. */
public final class GlobalAverageKernel implements Kernel {
    private final Input x;
    private final Input mask;
    private final BatchTable out;
    /** One over the sum of each example's mask, or 0. */
    private final float[] shares;

    private final Arithmetic arithmetic = Arithmetic.fastest();

    public GlobalAverageKernel(Input x, Input mask, BatchTable out) {
        this.x = x;
        this.mask = mask;
        this.out = out;
        this.shares = new float[out.values.length / out.size];
    }

    @Override
    public void forward(int from, int to) {
        int positions = x.table().positions;
        int width = out.width;
        Arrays.fill(out.values, from * width, to * width, 0f);
        for (int e = from; e < to; e++) {
            float total = 0;
            for (int row = e * positions; row < (e + 1) * positions; row++) {
                total += mask.values()[row];
                arithmetic.addScaled(mask.values()[row], x.values(), row * width, out.values, e * width, width);
            }
            shares[e] = total == 0 ? 0f : 1f / total;
            BatchTable.scale(out.values, e * width, width, shares[e]);
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
                float share = mask.values()[row] * shares[e];
                arithmetic.addScaled(share, out.gradients, e * width, x.gradients(), row * width, width);
            }
        }
        if (mask.wanted()) {
            mask.open(from, to);
            for (int row = from * positions; row < to * positions; row++) {
                int e = row / positions;
                float own = Dots.dot(out.gradients, e * width, x.values(), row * width, width);
                float common = Dots.dot(out.gradients, e * width, out.values, e * width, width);
                mask.gradients()[row] += (own - common) * shares[e];
            }
        }
    }
}
