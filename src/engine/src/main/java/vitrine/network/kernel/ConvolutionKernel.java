package vitrine.network.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Convolution along positions, zero padded to as many positions as it reads. Offset by offset, each a matrix product: over
 * the positions of one example, or over the examples of one position, whichever are more; the bytes are the same.
 */
public final class ConvolutionKernel implements Kernel {
    private final Input x;
    private final float[] weight;
    private final float[] bias;
    private final int kernel;
    private final Squashing squashing;
    private final BatchTable out;
    private final float[] slopes;
    private final float[] transposed;
    private final List<TensorGradient> tensors;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    /** @param weight by offset, then channel, then filter */
    public ConvolutionKernel(Input x, float[] weight, float[] bias, int kernel, Squashing squashing, BatchTable out) {
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.kernel = kernel;
        this.squashing = squashing;
        this.out = out;
        this.slopes = squashing.isIdentity() ? out.gradients : new float[out.values.length];
        this.transposed = x.wanted() ? new float[weight.length] : new float[0];
        int channels = x.table().width;
        List<TensorGradient.Term> terms = new ArrayList<>();
        for (int o = 0; o < kernel; o++) {
            for (int p = first(o); p < end(o); p++) {
                terms.add(new TensorGradient.Term(o * channels, channels, (p + shift(o)) * channels, p * out.width));
            }
        }
        this.tensors = List.of(
                new TensorGradient(
                        out.layer + ".weight",
                        kernel * channels,
                        out.width,
                        x.values(),
                        x.table().size,
                        slopes,
                        out.size,
                        terms),
                TensorGradient.ofBias(out.layer + ".bias", out.width, slopes, out.positions));
    }

    /** How far right of its output an offset reads. */
    private int shift(int offset) {
        return offset - kernel / 2;
    }

    /** First output position whose neighbour at this offset exists. */
    private int first(int offset) {
        return Math.max(0, -shift(offset));
    }

    private int end(int offset) {
        return Math.min(out.positions, out.positions - shift(offset));
    }

    @Override
    public void forward(int from, int to) {
        int filters = out.width;
        for (int row = from * out.positions; row < to * out.positions; row++) {
            System.arraycopy(bias, 0, out.values, row * filters, filters);
        }
        int channels = x.table().width;
        for (int o = 0; o < kernel; o++) {
            sweep(from, to, o, x.values(), channels, shift(o), weight, o * channels * filters, out.values, filters, 0);
        }
        squashing.apply(out.values, from * out.size, to * out.size, filters);
    }

    @Override
    public void prepareBackward() {
        if (x.wanted()) {
            Transpose.of(weight, kernel * x.table().width, out.width, transposed);
        }
    }

    @Override
    public void backward(int from, int to) {
        if (!squashing.isIdentity()) {
            squashing.pull(out.values, out.gradients, slopes, from * out.size, to * out.size, out.width);
        }
        if (!x.wanted()) {
            return;
        }
        x.open(from, to);
        int channels = x.table().width;
        for (int o = 0; o < kernel; o++) {
            sweep(from, to, o, slopes, out.width, 0, transposed, o * channels, x.gradients(), channels, shift(o));
        }
    }

    /**
     * Adds A's rows, times the matrix at {@code b[fromB]}, to C's rows for one offset.
     *
     * @param shiftA how far right of the output's position A is read, {@code shiftC} likewise
     */
    private void sweep(
            int from,
            int to,
            int offset,
            float[] a,
            int widthA,
            int shiftA,
            float[] b,
            int fromB,
            float[] c,
            int widthC,
            int shiftC) {
        int positions = out.positions;
        int first = first(offset);
        int count = end(offset) - first;
        int rowB = b == weight ? out.width : kernel * widthC;
        if (to - from >= positions) {
            for (int p = first; p < first + count; p++) {
                int atA = (from * positions + p + shiftA) * widthA;
                int atC = (from * positions + p + shiftC) * widthC;
                arithmetic.addProduct(
                        to - from,
                        widthC,
                        widthA,
                        a,
                        atA,
                        positions * widthA,
                        1,
                        b,
                        fromB,
                        rowB,
                        c,
                        atC,
                        positions * widthC);
            }
        } else {
            for (int e = from; e < to && count > 0; e++) {
                int atA = (e * positions + first + shiftA) * widthA;
                int atC = (e * positions + first + shiftC) * widthC;
                arithmetic.addProduct(count, widthC, widthA, a, atA, widthA, 1, b, fromB, rowB, c, atC, widthC);
            }
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
