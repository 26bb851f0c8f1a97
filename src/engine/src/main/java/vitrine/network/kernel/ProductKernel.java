package vitrine.network.kernel;

/** Element-wise product. */
public final class ProductKernel implements Kernel {
    private final Input left;
    private final Input right;
    private final BatchTable out;

    public ProductKernel(Input left, Input right, BatchTable out) {
        this.left = left;
        this.right = right;
        this.out = out;
    }

    @Override
    public void forward(int from, int to) {
        multiply(left.values(), right.values(), out.values, from * out.size, to * out.size);
    }

    private static void multiply(float[] a, float[] b, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = a[i] * b[i];
        }
    }

    @Override
    public void backward(int from, int to) {
        pull(left, right, from, to);
        pull(right, left, from, to);
    }

    private void pull(Input to, Input other, int fromExample, int toExample) {
        if (to.wanted()) {
            to.open(fromExample, toExample);
            addProducts(out.gradients, other.values(), to.gradients(), fromExample * out.size, toExample * out.size);
        }
    }

    private static void addProducts(float[] dy, float[] b, float[] da, int from, int to) {
        for (int i = from; i < to; i++) {
            da[i] += dy[i] * b[i];
        }
    }
}
