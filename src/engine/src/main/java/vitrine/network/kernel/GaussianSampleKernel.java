package vitrine.network.kernel;

/** {@code mean + e exp(logVariance / 2)} with standard normal e while training, the mean otherwise. */
public final class GaussianSampleKernel implements Kernel {
    private final Input mean;
    private final Input logVariance;
    private final Noise noise;
    private final long layer;
    private final BatchTable out;
    /** {@code e exp(logVariance / 2)}. */
    private final float[] deviations;

    /** @param layer number of the layer, for a random stream of its own */
    public GaussianSampleKernel(Input mean, Input logVariance, Noise noise, long layer, BatchTable out) {
        this.mean = mean;
        this.logVariance = logVariance;
        this.noise = noise;
        this.layer = layer;
        this.out = out;
        this.deviations = new float[out.values.length];
    }

    @Override
    public void forward(int from, int to) {
        long stream = noise.stream(layer);
        for (int i = from * out.size; i < to * out.size; i++) {
            deviations[i] = noise.isOn()
                    ? (float) (Noise.normal(stream, i)
                            * Math.exp(0.5 * logVariance.values()[i]))
                    : 0f;
            out.values[i] = mean.values()[i] + deviations[i];
        }
    }

    @Override
    public void backward(int from, int to) {
        if (mean.wanted()) {
            mean.open(from, to);
            for (int i = from * out.size; i < to * out.size; i++) {
                mean.gradients()[i] += out.gradients[i];
            }
        }
        if (logVariance.wanted()) {
            logVariance.open(from, to);
            for (int i = from * out.size; i < to * out.size; i++) {
                logVariance.gradients()[i] += 0.5f * deviations[i] * out.gradients[i];
            }
        }
    }
}
