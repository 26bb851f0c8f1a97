package vitrine.network.kernel;

import java.util.Arrays;

/** Weighted sum or mean of table rows; slots of weight 0 are not looked up. */
public final class EmbeddingBagKernel implements Kernel, RowSource {
    private final IdTable ids;
    private final Input weights;
    private final float[] table;
    private final int rows;
    private final boolean mean;
    private final BatchTable out;
    /** What each example's sum is multiplied by. */
    private final float[] shares;

    private final Arithmetic arithmetic = Arithmetic.fastest();

    /** @param mean whether the sum is divided by the sum of the weights */
    public EmbeddingBagKernel(IdTable ids, Input weights, float[] table, int rows, boolean mean, BatchTable out) {
        this.ids = ids;
        this.weights = weights;
        this.table = table;
        this.rows = rows;
        this.mean = mean;
        this.out = out;
        this.shares = new float[out.values.length / out.size];
    }

    @Override
    public void forward(int from, int to) {
        int width = out.width;
        Arrays.fill(out.values, from * width, to * width, 0f);
        for (int e = from; e < to; e++) {
            float total = 0;
            for (int slot = e * ids.positions; slot < (e + 1) * ids.positions; slot++) {
                float weight = weights.values()[slot];
                total += weight;
                if (weight != 0) {
                    int row = ids.row(slot, rows, out.layer);
                    arithmetic.addScaled(weight, table, row * width, out.values, e * width, width);
                }
            }
            shares[e] = mean ? (total == 0 ? 0f : 1f / total) : 1f;
            if (mean) {
                BatchTable.scale(out.values, e * width, width, shares[e]);
            }
        }
    }

    @Override
    public void backward(int from, int to) {
        if (!weights.wanted()) {
            return;
        }
        weights.open(from, to);
        int width = out.width;
        for (int e = from; e < to; e++) {
            float common = mean ? Dots.dot(out.values, e * width, out.gradients, e * width, width) : 0f;
            for (int slot = e * ids.positions; slot < (e + 1) * ids.positions; slot++) {
                boolean padded = ids.ids[slot] < 0 || ids.ids[slot] >= rows;
                if (padded && weights.values()[slot] == 0) {
                    continue;
                }
                int row = ids.row(slot, rows, out.layer);
                float own = Dots.dot(table, row * width, out.gradients, e * width, width);
                weights.gradients()[slot] += shares[e] * (own - common);
            }
        }
    }

    @Override
    public int slotsPerExample() {
        return ids.positions;
    }

    /** Empty slots are those whose weight is 0, and weights may be computed. */
    @Override
    public boolean isKnownFromIds() {
        return false;
    }

    @Override
    public int row(int slot) {
        return weights.values()[slot] == 0 ? -1 : ids.ids[slot];
    }

    @Override
    public void addGradient(int slot, float[] into, int from) {
        int e = slot / ids.positions;
        float factor = weights.values()[slot] * shares[e];
        arithmetic.addScaled(factor, out.gradients, e * out.width, into, from, out.width);
    }

    @Override
    public void scaleContribution(int example, float factor) {
        out.scaleGradients(example, factor);
    }
}
