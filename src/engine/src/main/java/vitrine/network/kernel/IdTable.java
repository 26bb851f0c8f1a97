package vitrine.network.kernel;

/** Ids of a batch, example-major, to be filled by the caller. */
public final class IdTable {
    public final String layer;
    public final int positions;
    public final int[] ids;

    public IdTable(String layer, int positions, int capacity) {
        this.layer = layer;
        this.positions = positions;
        this.ids = new int[Math.multiplyExact(positions, capacity)];
    }

    /** The id in {@code slot}, checked. */
    int row(int slot, int rows, String reader) {
        int row = ids[slot];
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException(
                    "layer " + reader + " has rows 0 to " + (rows - 1) + "; input " + layer + " asks for " + row);
        }
        return row;
    }
}
