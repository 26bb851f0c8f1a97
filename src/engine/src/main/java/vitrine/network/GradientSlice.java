package vitrine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vitrine.network.kernel.Arithmetic;
import vitrine.network.kernel.TableGradient;
import vitrine.network.kernel.TensorGradient;

/** Rows of one tensor that one thread gathers the gradient of and moves. Slices depend on shapes only. */
abstract sealed class GradientSlice {
    /** So many numbers with their gradient and two moments are 256 KB: they stay in a second-level cache. */
    private static final int NUMBERS = 1 << 14;

    private static final int FEWEST_ROWS = 16;

    final String tensor;
    final int fromRow;
    final int toRow;
    final int width;
    final float[] gradient;
    private final float[] weights;
    private final Optimizer.Rule rule;
    private final float decay;

    private GradientSlice(String tensor, int fromRow, int toRow, int width, Wiring wiring) {
        this.tensor = tensor;
        this.fromRow = fromRow;
        this.toRow = toRow;
        this.width = width;
        this.weights = wiring.parameters().values(tensor);
        this.gradient = wiring.gradients().values(tensor);
        this.rule = wiring.optimizer().rule(tensor, weights, gradient);
        this.decay = (float) wiring.decay();
    }

    /** What all slices of a training share. */
    record Wiring(Parameters parameters, Parameters gradients, Optimizer optimizer, double decay) {}

    /** Fills the slice of the gradient with the sum over the first {@code examples}. */
    abstract void gather(int examples);

    /** Moves the slice's parameters; the gradient is multiplied by {@code scale} first. */
    abstract void move(float scale);

    final boolean decays() {
        return decay > 0;
    }

    final void moveRows(int from, int to, float scale) {
        int first = from * width;
        int count = (to - from) * width;
        if (decays()) {
            // The decay is not to be clipped away.
            Arithmetic.fastest().addScaled(decay / scale, weights, first, gradient, first, count);
        }
        rule.move(first, first + count, scale);
    }

    /** Dense first: they are the longest pieces of work. */
    static List<GradientSlice> of(List<TensorGradient> tensors, List<TableGradient> tables, Wiring wiring) {
        List<GradientSlice> slices = new ArrayList<>();
        for (TensorGradient tensor : tensors) {
            int quarter = Math.min(NUMBERS / tensor.columns(), (tensor.rows() + 3) / 4);
            int rows = Math.max(FEWEST_ROWS, (quarter + 3) / 4 * 4);
            for (int from = 0; from < tensor.rows(); from += rows) {
                slices.add(new Dense(tensor, from, Math.min(tensor.rows(), from + rows), wiring));
            }
        }
        for (TableGradient table : tables) {
            int rows = Math.max(1, NUMBERS / table.width());
            for (int from = 0; from < table.rows(); from += rows) {
                slices.add(new Sparse(table, from, Math.min(table.rows(), from + rows), wiring));
            }
        }
        return slices;
    }

    private static final class Dense extends GradientSlice {
        private final TensorGradient source;

        Dense(TensorGradient source, int fromRow, int toRow, Wiring wiring) {
            super(source.tensor(), fromRow, toRow, source.columns(), wiring);
            this.source = source;
        }

        @Override
        void gather(int examples) {
            Arrays.fill(gradient, fromRow * width, toRow * width, 0f);
            source.add(fromRow, toRow, 0, examples, gradient);
        }

        @Override
        void move(float scale) {
            moveRows(fromRow, toRow, scale);
        }
    }

    private static final class Sparse extends GradientSlice {
        private final TableGradient source;
        private final boolean all;

        Sparse(TableGradient source, int fromRow, int toRow, Wiring wiring) {
            super(source.tensor(), fromRow, toRow, source.width(), wiring);
            this.source = source;
            this.all = wiring.optimizer().movesUntouchedRows();
        }

        /** Untouched rows are 0 already, unless the last step's decay stands there. */
        @Override
        void gather(int examples) {
            if (decays() && all) {
                Arrays.fill(gradient, fromRow * width, toRow * width, 0f);
            }
            source.add(fromRow, toRow, gradient);
        }

        @Override
        void move(float scale) {
            if (all) {
                moveRows(fromRow, toRow, scale);
                return;
            }
            for (int row = fromRow; row < toRow; row++) {
                if (source.isTouched(row)) {
                    moveRows(row, row + 1, scale);
                }
            }
        }
    }
}
