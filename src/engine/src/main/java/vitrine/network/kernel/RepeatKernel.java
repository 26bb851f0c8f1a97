package vitrine.network.kernel;

/** One position copied to many; on the way back their derivatives are added up. */
public final class RepeatKernel implements Kernel {
    private final Input x;
    private final BatchTable out;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public RepeatKernel(Input x, BatchTable out) {
        this.x = x;
        this.out = out;
    }

    @Override
    public void forward(int from, int to) {
        for (int row = from * out.positions; row < to * out.positions; row++) {
            System.arraycopy(x.values(), row / out.positions * out.width, out.values, row * out.width, out.width);
        }
    }

    @Override
    public void backward(int from, int to) {
        if (!x.wanted()) {
            return;
        }
        x.open(from, to);
        for (int row = from * out.positions; row < to * out.positions; row++) {
            int example = row / out.positions;
            arithmetic.addScaled(1f, out.gradients, row * out.width, x.gradients(), example * out.width, out.width);
        }
    }
}
