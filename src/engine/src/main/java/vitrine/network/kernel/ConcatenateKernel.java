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
            int first = from * out.positions;
            int rows = (to - from) * out.positions;
            arithmetic.copyRows(
                    rows, width, x.values(), first * width, width, out.values, first * out.width + offset, out.width);
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
        int at = fromRow * out.width + offset;
        if (x.first()) {
            arithmetic.copyRows(
                    toRow - fromRow, width, out.gradients, at, out.width, x.gradients(), fromRow * width, width);
            return;
        }
        for (int row = fromRow; row < toRow; row++) {
            arithmetic.addScaled(1f, out.gradients, row * out.width + offset, x.gradients(), row * width, width);
        }
    }
}
