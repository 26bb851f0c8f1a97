package vitrine.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of C held in registers while k runs: four rows by vectors. */
final class Tiles {
    private static final VectorSpecies<Float> LANES = Lanes.SPECIES;
    private static final int WIDE = LANES.length();

    private Tiles() {}

    /** Twelve sums, three numbers of B and one of A: all sixteen registers of a processor without AVX-512. */
    static void fourByThree(
            int k,
            float[] a,
            int atA,
            int rowA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] s,
            int atS,
            int rowS,
            float[] c,
            int atC,
            int rowC) {
        FloatVector c00 = FloatVector.fromArray(LANES, s, atS);
        FloatVector c01 = FloatVector.fromArray(LANES, s, atS + WIDE);
        FloatVector c02 = FloatVector.fromArray(LANES, s, atS + 2 * WIDE);
        FloatVector c10 = FloatVector.fromArray(LANES, s, atS + rowS);
        FloatVector c11 = FloatVector.fromArray(LANES, s, atS + rowS + WIDE);
        FloatVector c12 = FloatVector.fromArray(LANES, s, atS + rowS + 2 * WIDE);
        FloatVector c20 = FloatVector.fromArray(LANES, s, atS + 2 * rowS);
        FloatVector c21 = FloatVector.fromArray(LANES, s, atS + 2 * rowS + WIDE);
        FloatVector c22 = FloatVector.fromArray(LANES, s, atS + 2 * rowS + 2 * WIDE);
        FloatVector c30 = FloatVector.fromArray(LANES, s, atS + 3 * rowS);
        FloatVector c31 = FloatVector.fromArray(LANES, s, atS + 3 * rowS + WIDE);
        FloatVector c32 = FloatVector.fromArray(LANES, s, atS + 3 * rowS + 2 * WIDE);
        int p = atA;
        int q = atB;
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(LANES, b, q);
            FloatVector b1 = FloatVector.fromArray(LANES, b, q + WIDE);
            FloatVector b2 = FloatVector.fromArray(LANES, b, q + 2 * WIDE);
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(LANES, a[p + rowA]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(LANES, a[p + 2 * rowA]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(LANES, a[p + 3 * rowA]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            p += columnA;
            q += rowB;
        }
        c00.intoArray(c, atC);
        c01.intoArray(c, atC + WIDE);
        c02.intoArray(c, atC + 2 * WIDE);
        c10.intoArray(c, atC + rowC);
        c11.intoArray(c, atC + rowC + WIDE);
        c12.intoArray(c, atC + rowC + 2 * WIDE);
        c20.intoArray(c, atC + 2 * rowC);
        c21.intoArray(c, atC + 2 * rowC + WIDE);
        c22.intoArray(c, atC + 2 * rowC + 2 * WIDE);
        c30.intoArray(c, atC + 3 * rowC);
        c31.intoArray(c, atC + 3 * rowC + WIDE);
        c32.intoArray(c, atC + 3 * rowC + 2 * WIDE);
    }

    static void fourByTwo(
            int k,
            float[] a,
            int atA,
            int rowA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] s,
            int atS,
            int rowS,
            float[] c,
            int atC,
            int rowC) {
        FloatVector c00 = FloatVector.fromArray(LANES, s, atS);
        FloatVector c01 = FloatVector.fromArray(LANES, s, atS + WIDE);
        FloatVector c10 = FloatVector.fromArray(LANES, s, atS + rowS);
        FloatVector c11 = FloatVector.fromArray(LANES, s, atS + rowS + WIDE);
        FloatVector c20 = FloatVector.fromArray(LANES, s, atS + 2 * rowS);
        FloatVector c21 = FloatVector.fromArray(LANES, s, atS + 2 * rowS + WIDE);
        FloatVector c30 = FloatVector.fromArray(LANES, s, atS + 3 * rowS);
        FloatVector c31 = FloatVector.fromArray(LANES, s, atS + 3 * rowS + WIDE);
        int p = atA;
        int q = atB;
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(LANES, b, q);
            FloatVector b1 = FloatVector.fromArray(LANES, b, q + WIDE);
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(LANES, a[p + rowA]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(LANES, a[p + 2 * rowA]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(LANES, a[p + 3 * rowA]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            p += columnA;
            q += rowB;
        }
        c00.intoArray(c, atC);
        c01.intoArray(c, atC + WIDE);
        c10.intoArray(c, atC + rowC);
        c11.intoArray(c, atC + rowC + WIDE);
        c20.intoArray(c, atC + 2 * rowC);
        c21.intoArray(c, atC + 2 * rowC + WIDE);
        c30.intoArray(c, atC + 3 * rowC);
        c31.intoArray(c, atC + 3 * rowC + WIDE);
    }

    static void fourByOne(
            int k,
            float[] a,
            int atA,
            int rowA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] s,
            int atS,
            int rowS,
            float[] c,
            int atC,
            int rowC) {
        FloatVector c00 = FloatVector.fromArray(LANES, s, atS);
        FloatVector c10 = FloatVector.fromArray(LANES, s, atS + rowS);
        FloatVector c20 = FloatVector.fromArray(LANES, s, atS + 2 * rowS);
        FloatVector c30 = FloatVector.fromArray(LANES, s, atS + 3 * rowS);
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
}
