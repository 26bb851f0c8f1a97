package vitrine.network.kernel;

/** A kernel that looks up rows of a table: slot by slot, what each contributes to the gradient of its row. */
public interface RowSource {
    int slotsPerExample();

    /** Whether {@link #row} can be asked before anything was computed. */
    default boolean isKnownFromIds() {
        return true;
    }

    /** The row looked up by {@code slot = example * slotsPerExample + position}, or -1 if this slot contributes nothing. */
    int row(int slot);

    /** Adds the slot's contribution to a row's gradient, which starts at {@code into[from]}. */
    void addGradient(int slot, float[] into, int from);
}
