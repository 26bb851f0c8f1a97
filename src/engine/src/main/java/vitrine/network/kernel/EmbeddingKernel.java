package vitrine.network.kernel;

/** Row lookup: copies on the way forward; on the way back each output row belongs to the gradient of its table row. */
public final class EmbeddingKernel implements Kernel, RowSource {
    private final IdTable ids;
    private final float[] table;
    private final int rows;
    private final BatchTable out;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public EmbeddingKernel(IdTable ids, float[] table, int rows, BatchTable out) {
        this.ids = ids;
        this.table = table;
        this.rows = rows;
        this.out = out;
    }

    @Override
    public void forward(int from, int to) {
        int width = out.width;
        for (int slot = from * out.positions; slot < to * out.positions; slot++) {
            int at = ids.row(slot, rows, out.layer) * width;
            arithmetic.copyRows(1, width, table, at, width, out.values, slot * width, width);
        }
    }

    /** Ids have no derivative; the table's gradient is gathered row by row. */
    @Override
    public void backward(int from, int to) {}

    @Override
    public int slotsPerExample() {
        return out.positions;
    }

    @Override
    public int row(int slot) {
        return ids.ids[slot];
    }

    @Override
    public void addGradient(int slot, float[] into, int from) {
        arithmetic.addScaled(1f, out.gradients, slot * out.width, into, from, out.width);
    }

    @Override
    public void scaleContribution(int example, float factor) {
        out.scaleGradients(example, factor);
    }
}
