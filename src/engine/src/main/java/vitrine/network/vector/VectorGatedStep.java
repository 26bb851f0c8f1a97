package vitrine.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import vitrine.network.kernel.GatedStep;

/** The same a vector at a time, operation by operation. */
final class VectorGatedStep extends GatedStep {
    private static final VectorSpecies<Float> LANES = Lanes.SPECIES;
    private static final int WIDE = LANES.length();

    VectorGatedStep(Buffers on) {
        super(on);
    }

    /** In three sweeps: one loop with all three gates has more vectors at hand than registers to hold them. */
    @Override
    public void forward(int row, float move) {
        int whole = on.units() - on.units() % WIDE;
        int r = row * 3 * on.units();
        int z = r + on.units();
        int g = z + on.units();
        squash(on.gates(), on.recurrent(), r, r + whole);
        squash(on.gates(), on.recurrent(), z, z + whole);
        propose(on.gates(), on.recurrent(), r, g, whole);
        mix(on.gates(), z, g, on.before(), on.states(), row * on.units(), move, whole);
        forward(row, move, whole);
    }

    private static void squash(float[] gates, float[] recurrent, int from, int to) {
        for (int i = from; i < to; i += WIDE) {
            Curves.sigmoid(at(gates, i).add(at(recurrent, i))).intoArray(gates, i);
        }
    }

    private static void propose(float[] gates, float[] recurrent, int r, int g, int count) {
        for (int i = 0; i < count; i += WIDE) {
            Curves.tanh(at(gates, r + i).fma(at(recurrent, g + i), at(gates, g + i)))
                    .intoArray(gates, g + i);
        }
    }

    private static void mix(
            float[] gates, int z, int g, float[] before, float[] states, int row, float move, int count) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        FloatVector by = FloatVector.broadcast(LANES, move);
        for (int i = 0; i < count; i += WIDE) {
            FloatVector old = at(before, row + i);
            by.mul(one.sub(at(gates, z + i)))
                    .fma(at(gates, g + i).sub(old), old)
                    .intoArray(states, row + i);
        }
    }

    @Override
    public void back(int row, int example, float move) {
        int units = on.units();
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        FloatVector by = FloatVector.broadcast(LANES, move);
        FloatVector rest = FloatVector.broadcast(LANES, 1f - move);
        int i = 0;
        for (; i + WIDE <= units; i += WIDE) {
            int r = row * 3 * units + i;
            int z = r + units;
            int g = z + units;
            int at = row * units + i;
            int carry = example * units + i;
            FloatVector reset = at(on.gates(), r);
            FloatVector update = at(on.gates(), z);
            FloatVector candidate = at(on.gates(), g);
            FloatVector slope = at(on.stateSlopes(), at).add(at(on.carried(), carry));
            FloatVector moved = by.mul(slope);
            FloatVector kept = one.sub(update);
            FloatVector dg = moved.mul(kept).mul(one.sub(candidate.mul(candidate)));
            FloatVector dz = moved.mul(at(on.before(), at).sub(candidate)).mul(update.mul(kept));
            FloatVector dr = dg.mul(at(on.recurrent(), g)).mul(reset.mul(one.sub(reset)));
            dr.intoArray(on.inputSlopes(), r);
            dz.intoArray(on.inputSlopes(), z);
            dg.intoArray(on.inputSlopes(), g);
            dr.intoArray(on.recurrentSlopes(), r);
            dz.intoArray(on.recurrentSlopes(), z);
            dg.mul(reset).intoArray(on.recurrentSlopes(), g);
            moved.fma(update, rest.mul(slope)).intoArray(on.carried(), carry);
        }
        back(row, example, move, i);
    }

    private static FloatVector at(float[] numbers, int index) {
        return FloatVector.fromArray(LANES, numbers, index);
    }
}
