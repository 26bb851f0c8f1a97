package vitrine.network.kernel;

import java.util.List;

/** Lengths of single examples' gradients, for clipping them one by one. Scratch memory inside: one a thread. */
public final class ExampleNorms {
    private final List<TensorGradient> tensors;
    private final List<TableGradient> tables;
    private final float[] scratch;
    private final long[] order;

    public ExampleNorms(List<TensorGradient> tensors, List<TableGradient> tables) {
        this.tensors = List.copyOf(tensors);
        this.tables = List.copyOf(tables);
        int most = 0;
        int slots = 0;
        for (TensorGradient tensor : tensors) {
            most = Math.max(most, Math.multiplyExact(tensor.rows(), tensor.columns()));
        }
        for (TableGradient table : tables) {
            most = Math.max(most, table.width());
            slots = Math.max(slots, table.slotsPerExample());
        }
        this.order = new long[slots];
        this.scratch = new float[most];
    }

    /** Euclidean length of the example's gradient with respect to all tensors together. */
    public double of(int example) {
        double squares = 0;
        for (TensorGradient tensor : tensors) {
            squares += tensor.squaredNorm(example, scratch);
        }
        for (TableGradient table : tables) {
            squares += table.squaredNorm(example, scratch, order);
        }
        return Math.sqrt(squares);
    }
}
