package vitrine.network.kernel;

/** An activation on its own. */
public final class ActivateKernel implements Kernel {
    private final Input x;
    private final Squashing squashing;
    private final BatchTable out;
    private final float[] slopes;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public ActivateKernel(Input x, Squashing squashing, BatchTable out) {
        this.x = x;
        this.squashing = squashing;
        this.out = out;
        this.slopes = new float[out.values.length];
    }

    @Override
    public void forward(int from, int to) {
        int first = from * out.size;
        System.arraycopy(x.values(), first, out.values, first, (to - from) * out.size);
        squashing.apply(out.values, first, to * out.size, out.width);
    }

    @Override
    public void backward(int from, int to) {
        if (x.wanted()) {
            x.open(from, to);
            int first = from * out.size;
            squashing.pull(out.values, out.gradients, slopes, first, to * out.size, out.width);
            arithmetic.addScaled(1f, slopes, first, x.gradients(), first, (to - from) * out.size);
        }
    }
}
