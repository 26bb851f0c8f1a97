package vitrine.run;

/**
 * SplitMix64 (Steele, Lea, Flood, 2014): one long of state, the same numbers on every platform and Java version, and a
 * state that can be written to a checkpoint. Not for secrets. Not thread-safe; give each block of work its own stream
 * with {@link #stream}.
 */
public final class SeededRandom {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    public SeededRandom(long seed) {
        this.state = seed;
    }

    /** An independent stream for a named purpose and index, so that adding one use never shifts another. */
    public static SeededRandom stream(long seed, String purpose, long index) {
        long mixed = mix(seed + GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix((mixed ^ purpose.charAt(i)) + GAMMA);
        }
        return new SeededRandom(mix((mixed ^ index) + GAMMA));
    }

    /** Number {@code index}, counted from 0, that a generator with this seed gives; for draws in any order. */
    public static long draw(long seed, long index) {
        return mix(seed + (index + 1) * GAMMA);
    }

    public long state() {
        return state;
    }

    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in [0, bound), exact (rejection), bound at least 1. */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, not " + bound);
        }
        long bits = nextLong() >>> 33;
        long value = bits % bound;
        while (bits - value + (bound - 1) >= 1L << 31) {
            bits = nextLong() >>> 33;
            value = bits % bound;
        }
        return (int) value;
    }

    /** Uniform in [0, 1), 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Standard normal by the polar method (Marsaglia, 1962); the second value is not kept, so the state is one long. */
    public double nextGaussian() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Fisher-Yates, in place. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
