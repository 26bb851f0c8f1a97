package vitrine.network.kernel;

/** Largest value of each column among the positions whose mask is above 0; the derivative goes to the first of equals. */
public final class GlobalMaxKernel implements Kernel {
    private final Input x;
    private final Input mask;
    private final BatchTable out;
    /** Position of each maximum, or -1. */
    private final int[] winners;

    public GlobalMaxKernel(Input x, Input mask, BatchTable out) {
        this.x = x;
        this.mask = mask;
        this.out = out;
        this.winners = new int[out.values.length];
    }

    @Override
    public void forward(int from, int to) {
        int positions = x.table().positions;
        for (int i = from * out.width; i < to * out.width; i++) {
            int e = i / out.width;
            int column = i % out.width;
            int winner = -1;
            float best = 0;
            for (int p = 0; p < positions; p++) {
                float value = x.values()[(e * positions + p) * out.width + column];
                if (mask.values()[e * positions + p] > 0 && (winner < 0 || value > best)) {
                    winner = p;
                    best = value;
                }
            }
            winners[i] = winner;
            out.values[i] = best;
        }
    }

    /** The mask only chooses: its derivative is 0. */
    @Override
    public void backward(int from, int to) {
        if (x.wanted()) {
            x.open(from, to);
            int positions = x.table().positions;
            for (int i = from * out.width; i < to * out.width; i++) {
                if (winners[i] >= 0) {
                    int row = i / out.width * positions + winners[i];
                    x.gradients()[row * out.width + i % out.width] += out.gradients[i];
                }
            }
        }
        if (mask.wanted()) {
            mask.open(from, to);
        }
    }
}
