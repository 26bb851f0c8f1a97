package vitrine.network.kernel;

/** Inner products of a vector with some rows of a table; an id of -1 is an empty slot of logit 0. */
public final class CandidateLogitsKernel implements Kernel, RowSource {
    private final IdTable ids;
    private final Input x;
    private final float[] table;
    private final int rows;
    private final BatchTable out;
    private final int width;
    /** Candidates of one position. */
    private final int each;

    private final Arithmetic arithmetic = Arithmetic.fastest();

    public CandidateLogitsKernel(IdTable ids, Input x, float[] table, int rows, BatchTable out) {
        this.ids = ids;
        this.x = x;
        this.table = table;
        this.rows = rows;
        this.out = out;
        this.width = x.table().width;
        this.each = ids.positions / x.table().positions;
    }

    @Override
    public void forward(int from, int to) {
        for (int slot = from * ids.positions; slot < to * ids.positions; slot++) {
            if (ids.ids[slot] == -1) {
                out.values[slot] = 0;
            } else {
                int at = ids.row(slot, rows, out.layer) * width;
                out.values[slot] = arithmetic.dot(x.values(), slot / each * width, table, at, width);
            }
        }
    }

    @Override
    public void backward(int from, int to) {
        if (!x.wanted()) {
            return;
        }
        x.open(from, to);
        for (int slot = from * ids.positions; slot < to * ids.positions; slot++) {
            if (ids.ids[slot] != -1) {
                int at = ids.ids[slot] * width;
                arithmetic.addScaled(out.gradients[slot], table, at, x.gradients(), slot / each * width, width);
            }
        }
    }

    @Override
    public int slotsPerExample() {
        return ids.positions;
    }

    @Override
    public int row(int slot) {
        return ids.ids[slot];
    }

    @Override
    public void addGradient(int slot, float[] into, int from) {
        arithmetic.addScaled(out.gradients[slot], x.values(), slot / each * width, into, from, width);
    }

    @Override
    public void scaleContribution(int example, float factor) {
        out.scaleGradients(example, factor);
    }
}
