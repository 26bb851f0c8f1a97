package vitrine.network.kernel;

/** One position of a table. */
public final class PositionKernel implements Kernel {
    private final Input x;
    private final int position;
    private final BatchTable out;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public PositionKernel(Input x, int position, BatchTable out) {
        this.x = x;
        this.position = position;
        this.out = out;
    }

    private int at(int example) {
        return (example * x.table().positions + position) * out.width;
    }

    @Override
    public void forward(int from, int to) {
        for (int e = from; e < to; e++) {
            System.arraycopy(x.values(), at(e), out.values, e * out.width, out.width);
        }
    }

    @Override
    public void backward(int from, int to) {
        if (x.wanted()) {
            x.open(from, to);
            for (int e = from; e < to; e++) {
                arithmetic.addScaled(1f, out.gradients, e * out.width, x.gradients(), at(e), out.width);
            }
        }
    }
}
