package vitrine.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The same with eight lanes, for what is left beside the wide ones: eight is a usual size of layers. */
final class NarrowTiles {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;
    static final int WIDE = LANES.length();

    private NarrowTiles() {}

    static void fourByOne(
            int k,
            float[] a,
            int atA,
            int rowA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] c,
            int atC,
            int rowC) {
        FloatVector c00 = FloatVector.fromArray(LANES, c, atC);
        FloatVector c10 = FloatVector.fromArray(LANES, c, atC + rowC);
        FloatVector c20 = FloatVector.fromArray(LANES, c, atC + 2 * rowC);
        FloatVector c30 = FloatVector.fromArray(LANES, c, atC + 3 * rowC);
        int p = atA;
        int q = atB;
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(LANES, b, q);
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(LANES, a[p + rowA]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(LANES, a[p + 2 * rowA]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(LANES, a[p + 3 * rowA]);
            c30 = a3.fma(b0, c30);
            p += columnA;
            q += rowB;
        }
        c00.intoArray(c, atC);
        c10.intoArray(c, atC + rowC);
        c20.intoArray(c, atC + 2 * rowC);
        c30.intoArray(c, atC + 3 * rowC);
    }

    static void oneByOne(int k, float[] a, int atA, int columnA, float[] b, int atB, int rowB, float[] c, int atC) {
        FloatVector c00 = FloatVector.fromArray(LANES, c, atC);
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
