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

    @Override
    public void forward(int row, float move) {
        float[] gates = on.gates();
        float[] recurrent = on.recurrent();
        int units = on.units();
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        FloatVector by = FloatVector.broadcast(LANES, move);
        int i = 0;
        for (; i + WIDE <= units; i += WIDE) {
            int r = row * 3 * units + i;
            int z = r + units;
            int g = z + units;
            int at = row * units + i;
            FloatVector reset = Curves.sigmoid(at(gates, r).add(at(recurrent, r)));
            FloatVector update = Curves.sigmoid(at(gates, z).add(at(recurrent, z)));
            FloatVector candidate = Curves.tanh(reset.fma(at(recurrent, g), at(gates, g)));
            reset.intoArray(gates, r);
            update.intoArray(gates, z);
            candidate.intoArray(gates, g);
            FloatVector before = at(on.before(), at);
            by.mul(one.sub(update)).fma(candidate.sub(before), before).intoArray(on.states(), at);
        }
        forward(row, move, i);
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
