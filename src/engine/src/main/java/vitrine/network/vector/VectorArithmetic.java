package vitrine.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import vitrine.network.kernel.Arithmetic;
import vitrine.network.kernel.Exponentials;
import vitrine.network.kernel.GatedStep;

/** Loops over vectors. Straight lines on purpose: a branch over a vector makes the compiler put it into an object. */
public final class VectorArithmetic implements Arithmetic {
    @Override
    public String describe() {
        return "vector instructions, " + Lanes.SPECIES.length() + " lanes";
    }

    private static final VectorSpecies<Float> LANES = Lanes.SPECIES;
    private static final int WIDE = LANES.length();

    @Override
    public void product(
            int m,
            int n,
            int k,
            float[] a,
            int fromA,
            int rowA,
            int columnA,
            float[] b,
            int fromB,
            int rowB,
            float[] s,
            int fromS,
            int rowS,
            float[] c,
            int fromC,
            int rowC) {
        VectorProduct.product(m, n, k, a, fromA, rowA, columnA, b, fromB, rowB, s, fromS, rowS, c, fromC, rowC);
    }

    @Override
    public void copyRows(int rows, int n, float[] x, int fromX, int rowX, float[] y, int fromY, int rowY) {
        int whole = n - n % WIDE;
        for (int row = 0; row < rows; row++) {
            int from = fromX + row * rowX;
            int to = fromY + row * rowY;
            for (int i = 0; i < whole; i += WIDE) {
                FloatVector.fromArray(LANES, x, from + i).intoArray(y, to + i);
            }
            for (int i = whole; i < n; i++) {
                y[to + i] = x[from + i];
            }
        }
    }

    @Override
    public void addScaled(float s, float[] x, int fromX, float[] y, int fromY, int n) {
        FloatVector factor = FloatVector.broadcast(LANES, s);
        int i = 0;
        for (; i + WIDE <= n; i += WIDE) {
            FloatVector.fromArray(LANES, x, fromX + i)
                    .fma(factor, FloatVector.fromArray(LANES, y, fromY + i))
                    .intoArray(y, fromY + i);
        }
        for (; i < n; i++) {
            y[fromY + i] = Math.fma(s, x[fromX + i], y[fromY + i]);
        }
    }

    @Override
    public void addFourScaled(
            float s0,
            int from0,
            float s1,
            int from1,
            float s2,
            int from2,
            float s3,
            int from3,
            float[] x,
            float[] y,
            int fromY,
            int n) {
        FloatVector v0 = FloatVector.broadcast(LANES, s0);
        FloatVector v1 = FloatVector.broadcast(LANES, s1);
        FloatVector v2 = FloatVector.broadcast(LANES, s2);
        FloatVector v3 = FloatVector.broadcast(LANES, s3);
        int i = 0;
        for (; i + WIDE <= n; i += WIDE) {
            FloatVector sum =
                    FloatVector.fromArray(LANES, x, from0 + i).fma(v0, FloatVector.fromArray(LANES, y, fromY + i));
            sum = FloatVector.fromArray(LANES, x, from1 + i).fma(v1, sum);
            sum = FloatVector.fromArray(LANES, x, from2 + i).fma(v2, sum);
            FloatVector.fromArray(LANES, x, from3 + i).fma(v3, sum).intoArray(y, fromY + i);
        }
        for (; i < n; i++) {
            float sum = Math.fma(s1, x[from1 + i], Math.fma(s0, x[from0 + i], y[fromY + i]));
            y[fromY + i] = Math.fma(s3, x[from3 + i], Math.fma(s2, x[from2 + i], sum));
        }
    }

    @Override
    public void passWherePositive(float[] gate, float[] x, float[] out, int from, int to) {
        FloatVector zero = FloatVector.zero(LANES);
        int i = from;
        for (; i + WIDE <= to; i += WIDE) {
            var open = FloatVector.fromArray(LANES, gate, i).compare(VectorOperators.GT, 0f);
            zero.blend(FloatVector.fromArray(LANES, x, i), open).intoArray(out, i);
        }
        for (; i < to; i++) {
            out[i] = gate[i] > 0 ? x[i] : 0f;
        }
    }

    @Override
    public void sigmoid(float[] values, int from, int to) {
        Curves.sigmoid(values, from, to);
    }

    @Override
    public void tanh(float[] values, int from, int to) {
        Curves.tanh(values, from, to);
    }

    @Override
    public void exp(float factor, float shift, float[] x, int fromX, float[] y, int fromY, int n) {
        Curves.exp(factor, shift, x, fromX, y, fromY, n);
    }

    @Override
    public double sumOfExp(float shift, float[] x, int from, int n) {
        return Curves.sumOfExp(shift, x, from, n);
    }

    @Override
    public float largest(float[] x, int from, int n) {
        return Curves.largest(x, from, n);
    }

    @Override
    public GatedStep gatedStep(GatedStep.Buffers buffers) {
        return new VectorGatedStep(buffers);
    }

    @Override
    public float dot(float[] x, int fromX, float[] y, int fromY, int n) {
        if (WIDE != Exponentials.SUMS || n % WIDE != 0) {
            return Arithmetic.super.dot(x, fromX, y, fromY, n);
        }
        FloatVector sums = FloatVector.zero(LANES);
        for (int i = 0; i < n; i += WIDE) {
            sums = FloatVector.fromArray(LANES, x, fromX + i).fma(FloatVector.fromArray(LANES, y, fromY + i), sums);
        }
        return 0f
                + sums.lane(0)
                + sums.lane(1)
                + sums.lane(2)
                + sums.lane(3)
                + sums.lane(4)
                + sums.lane(5)
                + sums.lane(6)
                + sums.lane(7);
    }
}
