package vitrine.network.kernel;

import java.util.List;

/** A trainable number added to each column. */
public final class BiasKernel implements Kernel {
    private final Input x;
    private final float[] bias;
    private final BatchTable out;
    private final List<TensorGradient> tensors;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public BiasKernel(Input x, float[] bias, BatchTable out) {
        this.x = x;
        this.bias = bias;
        this.out = out;
        this.tensors = List.of(TensorGradient.ofBias(out.layer + ".bias", out.width, out.gradients, out.positions));
    }

    @Override
    public void forward(int from, int to) {
        for (int row = from * out.positions; row < to * out.positions; row++) {
            System.arraycopy(bias, 0, out.values, row * out.width, out.width);
        }
        int first = from * out.size;
        arithmetic.addScaled(1f, x.values(), first, out.values, first, (to - from) * out.size);
    }

    @Override
    public void backward(int from, int to) {
        if (x.wanted()) {
            x.open(from, to);
            int first = from * out.size;
            arithmetic.addScaled(1f, out.gradients, first, x.gradients(), first, (to - from) * out.size);
        }
    }

    @Override
    public List<TensorGradient> tensors() {
        return tensors;
    }

    @Override
    public void scaleContribution(int example, float factor) {
        out.scaleGradients(example, factor);
    }
}
