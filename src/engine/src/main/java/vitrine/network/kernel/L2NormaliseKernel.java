package vitrine.network.kernel;

/** {@code x / max(|x|, 1e-12)}, one length an example; lengths are summed in double. */
public final class L2NormaliseKernel implements Kernel {
    private static final double SHORTEST = 1e-12;
    private final Input x;
    private final BatchTable out;
    private final double[] lengths;

    public L2NormaliseKernel(Input x, BatchTable out) {
        this.x = x;
        this.out = out;
        this.lengths = new double[out.values.length / out.size];
    }

    @Override
    public void forward(int from, int to) {
        for (int e = from; e < to; e++) {
            double squares = 0;
            for (int i = e * out.size; i < (e + 1) * out.size; i++) {
                squares += (double) x.values()[i] * x.values()[i];
            }
            lengths[e] = Math.max(Math.sqrt(squares), SHORTEST);
            for (int i = e * out.size; i < (e + 1) * out.size; i++) {
                float value = x.values()[i];
                out.values[i] = value == 0 ? value : (float) (value / lengths[e]);
            }
        }
    }

    /** {@code (dy - y (y dy)) / |x|}; at the shortest length the divisor is constant. */
    @Override
    public void backward(int from, int to) {
        if (!x.wanted()) {
            return;
        }
        x.open(from, to);
        for (int e = from; e < to; e++) {
            double along = 0;
            for (int i = e * out.size; i < (e + 1) * out.size && lengths[e] > SHORTEST; i++) {
                along += (double) out.values[i] * out.gradients[i];
            }
            for (int i = e * out.size; i < (e + 1) * out.size; i++) {
                x.gradients()[i] += (float) ((out.gradients[i] - out.values[i] * along) / lengths[e]);
            }
        }
    }
}
