package vitrine.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import vitrine.network.kernel.Exponentials;

/** {@link Exponentials}, a vector at a time: the same operations in the same order. */
final class Curves {
    private static final VectorSpecies<Float> LANES = Lanes.SPECIES;
    private static final int WIDE = LANES.length();

    private Curves() {}

    static FloatVector exp(FloatVector x) {
        FloatVector rounded = x.fma(
                FloatVector.broadcast(LANES, Exponentials.LOG2_E), FloatVector.broadcast(LANES, Exponentials.ROUNDER));
        FloatVector n = rounded.sub(Exponentials.ROUNDER);
        FloatVector most = n.fma(FloatVector.broadcast(LANES, -Exponentials.LN2_HIGH), x);
        FloatVector r = n.fma(FloatVector.broadcast(LANES, -Exponentials.LN2_LOW), most);
        FloatVector p =
                r.fma(FloatVector.broadcast(LANES, Exponentials.E7), FloatVector.broadcast(LANES, Exponentials.E6));
        p = p.fma(r, FloatVector.broadcast(LANES, Exponentials.E5));
        p = p.fma(r, FloatVector.broadcast(LANES, Exponentials.E4));
        p = p.fma(r, FloatVector.broadcast(LANES, Exponentials.E3));
        p = p.fma(r, FloatVector.broadcast(LANES, Exponentials.E2));
        p = p.fma(r.mul(r), r).add(1f);
        FloatVector power = rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, Exponentials.EXPONENT_AT)
                .add(Exponentials.ONE_BITS)
                .reinterpretAsFloats();
        var low = x.compare(VectorOperators.LT, Exponentials.LOWEST);
        var high = x.compare(VectorOperators.GT, Exponentials.HIGHEST);
        return p.mul(power)
                .blend(FloatVector.zero(LANES), low)
                .blend(FloatVector.broadcast(LANES, Float.POSITIVE_INFINITY), high);
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        return one.div(exp(x.neg()).add(one));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector square = x.mul(x);
        FloatVector p = square.fma(
                FloatVector.broadcast(LANES, Exponentials.T11), FloatVector.broadcast(LANES, Exponentials.T9));
        p = p.fma(square, FloatVector.broadcast(LANES, Exponentials.T7));
        p = p.fma(square, FloatVector.broadcast(LANES, Exponentials.T5));
        p = p.fma(square, FloatVector.broadcast(LANES, Exponentials.T3));
        FloatVector small = p.mul(square).fma(x, x);
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        FloatVector large =
                one.sub(FloatVector.broadcast(LANES, 2f).div(exp(size.add(size)).add(one)));
        var negative = x.compare(VectorOperators.LT, 0f);
        var isSmall = size.compare(VectorOperators.LT, Exponentials.SMALL);
        return large.blend(large.neg(), negative).blend(small, isSmall);
    }

    static void sigmoid(float[] values, int from, int to) {
        int i = from;
        for (; i + WIDE <= to; i += WIDE) {
            sigmoid(FloatVector.fromArray(LANES, values, i)).intoArray(values, i);
        }
        for (; i < to; i++) {
            values[i] = Exponentials.sigmoid(values[i]);
        }
    }

    static void tanh(float[] values, int from, int to) {
        int i = from;
        for (; i + WIDE <= to; i += WIDE) {
            tanh(FloatVector.fromArray(LANES, values, i)).intoArray(values, i);
        }
        for (; i < to; i++) {
            values[i] = Exponentials.tanh(values[i]);
        }
    }

    static void exp(float factor, float shift, float[] x, int fromX, float[] y, int fromY, int n) {
        int i = 0;
        for (; i + WIDE <= n; i += WIDE) {
            exp(FloatVector.fromArray(LANES, x, fromX + i).sub(shift))
                    .mul(factor)
                    .intoArray(y, fromY + i);
        }
        for (; i < n; i++) {
            y[fromY + i] = Exponentials.exp(x[fromX + i] - shift) * factor;
        }
    }

    static double sumOfExp(float shift, float[] x, int from, int n) {
        if (WIDE != Exponentials.SUMS) {
            return Exponentials.sumOfExp(0, shift, x, from, n);
        }
        double total = 0;
        int start = 0;
        for (; start + Exponentials.STRETCH <= n; start += Exponentials.STRETCH) {
            FloatVector sums = FloatVector.zero(LANES);
            for (int i = start; i < start + Exponentials.STRETCH; i += WIDE) {
                sums = sums.add(exp(FloatVector.fromArray(LANES, x, from + i).sub(shift)));
            }
            total = total
                    + sums.lane(0)
                    + sums.lane(1)
                    + sums.lane(2)
                    + sums.lane(3)
                    + sums.lane(4)
                    + sums.lane(5)
                    + sums.lane(6)
                    + sums.lane(7);
        }
        return Exponentials.sumOfExp(total, shift, x, from + start, n - start);
    }

    static float largest(float[] x, int from, int n) {
        FloatVector most = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i + WIDE <= n; i += WIDE) {
            most = most.max(FloatVector.fromArray(LANES, x, from + i));
        }
        float largest = most.reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) {
            largest = Math.max(largest, x[from + i]);
        }
        return largest;
    }
}
