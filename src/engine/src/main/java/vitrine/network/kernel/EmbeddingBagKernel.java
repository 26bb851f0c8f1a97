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
            float total = addRows(e);
            shares[e] = mean ? (total == 0 ? 0f : 1f / total) : 1f;
            if (mean) {
                BatchTable.scale(out.values, e * width, width, shares[e]);
            }
        }
    }

    /** Adds an example's rows, four at a time; returns the sum of its weights. */
    private float addRows(int e) {
        int width = out.width;
        float[] y = out.values;
        int end = (e + 1) * ids.positions;
        float total = 0;
        int s0 = next(e * ids.positions, end);
        while (s0 < end) {
            int s1 = next(s0 + 1, end);
            int s2 = next(s1 + 1, end);
            int s3 = next(s2 + 1, end);
            float[] w = weights.values();
            if (s3 < end) {
                total = total + w[s0] + w[s1] + w[s2] + w[s3];
                arithmetic.addFourScaled(
                        w[s0], at(s0), w[s1], at(s1), w[s2], at(s2), w[s3], at(s3), table, y, e * width, width);
            } else {
                for (int slot = s0; slot < end; slot = next(slot + 1, end)) {
                    total += w[slot];
                    arithmetic.addScaled(w[slot], table, at(slot), y, e * width, width);
                }
            }
            s0 = next(s3 + 1, end);
        }
        return total;
    }

    /** The next slot that is not empty, or {@code end} or more. */
    private int next(int slot, int end) {
        int found = slot;
        while (found < end && weights.values()[found] == 0) {
            found++;
        }
        return found;
    }

    private int at(int slot) {
        return ids.row(slot, rows, out.layer) * out.width;
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
