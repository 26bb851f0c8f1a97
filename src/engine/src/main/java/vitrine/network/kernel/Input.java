package vitrine.network.kernel;

/**
 * A table as one kernel reads it.
 *
 * @param first whether on the way back this kernel is the first to write the table's derivatives; the others add
 * @param wanted whether anybody needs the table's derivatives
 */
public record Input(BatchTable table, boolean first, boolean wanted) {
    float[] values() {
        return table.values;
    }

    float[] gradients() {
        return table.gradients;
    }

    /** To be called before derivatives are added for these examples. */
    void open(int from, int to) {
        if (first) {
            table.clearGradients(from, to);
        }
    }
}
