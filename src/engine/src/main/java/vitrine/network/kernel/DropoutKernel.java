package vitrine.network.kernel;

import java.util.Arrays;

/** Inverted dropout while training, nothing otherwise. */
public final class DropoutKernel implements Kernel {
    private final Input x;
    private final double rate;
    private final Noise noise;
    private final long layer;
    private final BatchTable out;
    /** What each number was multiplied by. */
    private final float[] factors;

    /** @param layer number of the layer, for a random stream of its own */
    public DropoutKernel(Input x, double rate, Noise noise, long layer, BatchTable out) {
        this.x = x;
        this.rate = rate;
        this.noise = noise;
        this.layer = layer;
        this.out = out;
        this.factors = new float[out.values.length];
    }

    @Override
    public void forward(int from, int to) {
        int first = from * out.size;
        int end = to * out.size;
        if (noise.isOn()) {
            long stream = noise.stream(layer);
            float kept = (float) (1 / (1 - rate));
            for (int i = first; i < end; i++) {
                // What is 0 stays so, and sparse inputs are mostly 0: no draw is made whose outcome nobody sees.
                boolean matters = x.values()[i] != 0 || x.wanted();
                factors[i] = matters && Noise.uniform(stream, i) < rate ? 0f : kept;
            }
        } else {
            Arrays.fill(factors, first, end, 1f);
        }
        for (int i = first; i < end; i++) {
            out.values[i] = x.values()[i] * factors[i];
        }
    }

    @Override
    public void backward(int from, int to) {
        if (x.wanted()) {
            x.open(from, to);
            for (int i = from * out.size; i < to * out.size; i++) {
                x.gradients()[i] += out.gradients[i] * factors[i];
            }
        }
    }
}
