package vitrine.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** One row by vectors, for the last few rows. */
final class RowTiles {
    private static final VectorSpecies<Float> LANES = Lanes.SPECIES;
    private static final int WIDE = LANES.length();

    private RowTiles() {}

    static void oneByThree(
            int k,
            float[] a,
            int atA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] s,
            int atS,
            float[] c,
            int atC) {
        FloatVector c00 = FloatVector.fromArray(LANES, s, atS);
        FloatVector c01 = FloatVector.fromArray(LANES, s, atS + WIDE);
        FloatVector c02 = FloatVector.fromArray(LANES, s, atS + 2 * WIDE);
        int p = atA;
        int q = atB;
        for (int l = 0; l < k; l++) {
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(FloatVector.fromArray(LANES, b, q), c00);
            c01 = a0.fma(FloatVector.fromArray(LANES, b, q + WIDE), c01);
            c02 = a0.fma(FloatVector.fromArray(LANES, b, q + 2 * WIDE), c02);
            p += columnA;
            q += rowB;
        }
        c00.intoArray(c, atC);
        c01.intoArray(c, atC + WIDE);
        c02.intoArray(c, atC + 2 * WIDE);
    }

    static void oneByTwo(
            int k,
            float[] a,
            int atA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] s,
            int atS,
            float[] c,
            int atC) {
        FloatVector c00 = FloatVector.fromArray(LANES, s, atS);
        FloatVector c01 = FloatVector.fromArray(LANES, s, atS + WIDE);
        int p = atA;
        int q = atB;
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(LANES, b, q);
            FloatVector b1 = FloatVector.fromArray(LANES, b, q + WIDE);
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            p += columnA;
            q += rowB;
        }
        c00.intoArray(c, atC);
        c01.intoArray(c, atC + WIDE);
    }

    static void oneByOne(
            int k,
            float[] a,
            int atA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] s,
            int atS,
            float[] c,
            int atC) {
        FloatVector c00 = FloatVector.fromArray(LANES, s, atS);
        int p = atA;
        int q = atB;
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(LANES, b, q);
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            p += columnA;
            q += rowB;
        }
        c00.intoArray(c, atC);
    }
}
