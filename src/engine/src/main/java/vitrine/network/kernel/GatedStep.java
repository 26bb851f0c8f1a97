package vitrine.network.kernel;

/** The part of a gated recurrent unit that works number by number; rows are an example's positions. Here as plain loops. */
public class GatedStep {
    /**
     * Live arrays, a row after the other.
     *
     * @param gates {@code 3 units} a row: sums from the input, then r, z, g
     * @param recurrent {@code 3 units} a row: sums from the state before
     * @param before state before the position, {@code units} a row
     * @param states state after it
     * @param stateSlopes derivative with respect to it from outside
     * @param carried derivative with respect to it from the next position, {@code units} an example
     * @param inputSlopes derivatives with respect to the sums from the input
     * @param recurrentSlopes derivatives with respect to the sums from the state
     */
    public record Buffers(
            int units,
            float[] gates,
            float[] recurrent,
            float[] before,
            float[] states,
            float[] stateSlopes,
            float[] carried,
            float[] inputSlopes,
            float[] recurrentSlopes) {}

    protected final Buffers on;

    public GatedStep(Buffers on) {
        this.on = on;
    }

    /** Gates and state of a row. */
    public void forward(int row, float move) {
        forward(row, move, 0);
    }

    /** From the state's derivatives to those of the sums, and of the state before into {@code carried}. */
    public void back(int row, int example, float move) {
        back(row, example, move, 0);
    }

    /** Numbers {@code first} and following. */
    protected final void forward(int row, float move, int first) {
        float[] gates = on.gates;
        float[] recurrent = on.recurrent;
        for (int i = first; i < on.units; i++) {
            int r = row * 3 * on.units + i;
            int z = r + on.units;
            int g = z + on.units;
            int at = row * on.units + i;
            float reset = Exponentials.sigmoid(gates[r] + recurrent[r]);
            float update = Exponentials.sigmoid(gates[z] + recurrent[z]);
            float candidate = Exponentials.tanh(Math.fma(reset, recurrent[g], gates[g]));
            gates[r] = reset;
            gates[z] = update;
            gates[g] = candidate;
            on.states[at] = Math.fma(move * (1f - update), candidate - on.before[at], on.before[at]);
        }
    }

    protected final void back(int row, int example, float move, int first) {
        for (int i = first; i < on.units; i++) {
            int r = row * 3 * on.units + i;
            int z = r + on.units;
            int g = z + on.units;
            int at = row * on.units + i;
            int carry = example * on.units + i;
            float reset = on.gates[r];
            float update = on.gates[z];
            float candidate = on.gates[g];
            float slope = on.stateSlopes[at] + on.carried[carry];
            float moved = move * slope;
            float dg = moved * (1f - update) * (1f - candidate * candidate);
            float dz = moved * (on.before[at] - candidate) * (update * (1f - update));
            float dr = dg * on.recurrent[g] * (reset * (1f - reset));
            on.inputSlopes[r] = dr;
            on.inputSlopes[z] = dz;
            on.inputSlopes[g] = dg;
            on.recurrentSlopes[r] = dr;
            on.recurrentSlopes[z] = dz;
            on.recurrentSlopes[g] = dg * reset;
            on.carried[carry] = Math.fma(moved, update, (1f - move) * slope);
        }
    }
}
