package vitrine.network.kernel;

import java.util.List;

/** {@code y = act(W' x + b)} over the whole table, flattened. */
public final class DenseKernel implements Kernel {
    private final Input x;
    private final float[] weight;
    private final float[] bias;
    private final Squashing squashing;
    private final BatchTable out;
    /** Derivative with respect to the sums before the squashing; the output's own array when there is none. */
    private final float[] slopes;

    private final float[] transposed;
    private final float[] zeros;
    private final List<TensorGradient> tensors;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    /** @param weight by input, then unit */
    public DenseKernel(Input x, float[] weight, float[] bias, Squashing squashing, BatchTable out) {
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.squashing = squashing;
        this.out = out;
        this.slopes = squashing.isIdentity() ? out.gradients : new float[out.values.length];
        this.transposed = x.wanted() ? new float[weight.length] : new float[0];
        int inputs = x.table().size;
        this.zeros = new float[inputs];
        this.tensors = List.of(
                new TensorGradient(
                        out.layer + ".weight",
                        inputs,
                        out.size,
                        x.values(),
                        inputs,
                        slopes,
                        out.size,
                        List.of(new TensorGradient.Term(0, inputs, 0, 0))),
                TensorGradient.ofBias(out.layer + ".bias", out.size, slopes, 1));
    }

    @Override
    public void forward(int from, int to) {
        int inputs = x.table().size;
        int units = out.size;
        arithmetic.product(
                to - from,
                units,
                inputs,
                x.values(),
                from * inputs,
                inputs,
                1,
                weight,
                0,
                units,
                bias,
                0,
                0,
                out.values,
                from * units,
                units);
        squashing.apply(out.values, from * units, to * units, units);
    }

    @Override
    public void prepareBackward() {
        if (x.wanted()) {
            Transpose.of(weight, x.table().size, out.size, transposed);
        }
    }

    @Override
    public void backward(int from, int to) {
        int inputs = x.table().size;
        int units = out.size;
        if (!squashing.isIdentity()) {
            squashing.pull(out.values, out.gradients, slopes, from * units, to * units, units);
        }
        if (x.wanted()) {
            float[] before = x.first() ? zeros : x.gradients();
            arithmetic.product(
                    to - from,
                    inputs,
                    units,
                    slopes,
                    from * units,
                    units,
                    1,
                    transposed,
                    0,
                    inputs,
                    before,
                    x.first() ? 0 : from * inputs,
                    x.first() ? 0 : inputs,
                    x.gradients(),
                    from * inputs,
                    inputs);
        }
    }

    @Override
    public List<TensorGradient> tensors() {
        return tensors;
    }

    @Override
    public void scaleContribution(int example, float factor) {
        BatchTable.scale(slopes, example * out.size, out.size, factor);
    }
}
