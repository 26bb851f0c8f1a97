package vitrine.network.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = act(W' x + b)} over the whole table, flattened. A large layer that is trained keeps its weights, and what
 * comes back for them, in panels; the bytes are the same.
 */
public final class DenseKernel implements Kernel {
    /** From so many weights on they do not fit a first-level cache by far, and packing them pays. */
    private static final int LARGE = 1 << 14;

    /** Panels packed by one piece of work. */
    private static final int TOGETHER = 8;

    private final Input x;
    private final float[] weight;
    private final float[] bias;
    private final Squashing squashing;
    private final BatchTable out;
    /** Derivative with respect to the sums before the squashing; the output's own array when there is none. */
    private final float[] slopes;

    /** Room for it is made by the first way back: most networks only answer. */
    private float[] transposed = {};

    private final float[] zeros;
    private final @Nullable Panels forward;
    private final @Nullable Panels back;
    private final @Nullable Panels packedSlopes;
    private final List<Runnable> preparations = new ArrayList<>();
    private final List<TensorGradient> tensors;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    /**
     * @param weight by input, then unit
     * @param prepares whether {@link #preparations} are run before every pass
     */
    public DenseKernel(Input x, float[] weight, float[] bias, Squashing squashing, boolean prepares, BatchTable out) {
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.squashing = squashing;
        this.out = out;
        this.slopes = squashing.isIdentity() ? out.gradients : new float[out.values.length];
        int inputs = x.table().size;
        boolean packs = prepares && weight.length >= LARGE;
        this.forward = packs ? new Panels(inputs, out.size) : null;
        this.back = packs && x.wanted() ? new Panels(out.size, inputs) : null;
        this.packedSlopes = packs ? new Panels(out.gradients.length / out.size, out.size) : null;
        prepare();
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
                        List.of(new TensorGradient.Term(0, inputs, 0, 0)),
                        1,
                        packedSlopes),
                TensorGradient.ofBias(out.layer + ".bias", out.size, slopes, 1, packedSlopes));
    }

    private void prepare() {
        Panels toOutput = forward;
        Panels toInput = back;
        for (int p = 0; toOutput != null && p < toOutput.count(); p += TOGETHER) {
            int first = p;
            int end = Math.min(toOutput.count(), first + TOGETHER);
            preparations.add(() -> toOutput.pack(first, end, 0, x.table().size, weight, out.size));
        }
        for (int p = 0; toInput != null && p < toInput.count(); p++) {
            int panel = p;
            preparations.add(() -> toInput.packTransposed(panel, weight));
        }
    }

    @Override
    public List<Runnable> preparations() {
        return preparations;
    }

    @Override
    public void forward(int from, int to) {
        int inputs = x.table().size;
        int units = out.size;
        int m = to - from;
        float[] values = x.values();
        int at = from * units;
        if (forward != null) {
            forward.product(m, inputs, values, from * inputs, inputs, 1, bias, 0, 0, out.values, at, units);
        } else {
            arithmetic.product(
                    m,
                    units,
                    inputs,
                    values,
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
                    at,
                    units);
        }
        squashing.apply(out.values, from * units, to * units, units);
    }

    @Override
    public void prepareBackward() {
        if (x.wanted() && back == null) {
            transposed = transposed.length == 0 ? new float[weight.length] : transposed;
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
        if (packedSlopes != null) {
            packedSlopes.pack(0, packedSlopes.count(), from, to, slopes, units);
        }
        if (!x.wanted()) {
            return;
        }
        float[] before = x.first() ? zeros : x.gradients();
        int fromBefore = x.first() ? 0 : from * inputs;
        int rowBefore = x.first() ? 0 : inputs;
        int m = to - from;
        float[] into = x.gradients();
        int at = from * inputs;
        if (back != null) {
            back.product(m, units, slopes, from * units, units, 1, before, fromBefore, rowBefore, into, at, inputs);
        } else {
            arithmetic.product(
                    m,
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
                    fromBefore,
                    rowBefore,
                    into,
                    at,
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
        if (packedSlopes != null) {
            packedSlopes.scale(example, factor);
        }
    }
}
