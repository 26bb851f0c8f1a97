package vitrine.network.kernel;

import java.util.List;

/** Tables of equal positions side by side. */
public final class ConcatenateKernel implements Kernel {
    private final List<Input> inputs;
    private final BatchTable out;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public ConcatenateKernel(List<Input> inputs, BatchTable out) {
        this.inputs = List.copyOf(inputs);
        this.out = out;
    }

    @Override
    public void forward(int from, int to) {
        int offset = 0;
        for (Input x : inputs) {
            int width = x.table().width;
            for (int row = from * out.positions; row < to * out.positions; row++) {
                System.arraycopy(x.values(), row * width, out.values, row * out.width + offset, width);
            }
            offset += width;
        }
    }

    @Override
    public void backward(int from, int to) {
        int offset = 0;
        for (Input x : inputs) {
            if (x.wanted()) {
                pull(x, offset, from * out.positions, to * out.positions);
            }
            offset += x.table().width;
        }
    }

    private void pull(Input x, int offset, int fromRow, int toRow) {
        int width = x.table().width;
        for (int row = fromRow; row < toRow; row++) {
            int at = row * out.width + offset;
            if (x.first()) {
                System.arraycopy(out.gradients, at, x.gradients(), row * width, width);
            } else {
                arithmetic.addScaled(1f, out.gradients, at, x.gradients(), row * width, width);
            }
        }
    }
}
