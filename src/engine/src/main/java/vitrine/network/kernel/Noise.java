package vitrine.network.kernel;

import vitrine.run.SeededRandom;

/**
 * Random numbers of a training step, by position in place of by order: the same for any number of threads. Off, unless a
 * step is being trained.
 */
public final class Noise {
    private boolean on;
    private long key;

    /** @param key differs from step to step */
    public void on(long key) {
        this.on = true;
        this.key = key;
    }

    boolean isOn() {
        return on;
    }

    /** A stream of its own for one layer. */
    long stream(long layer) {
        return SeededRandom.draw(key, layer);
    }

    /** Number {@code index} of a stream, uniform in [0, 1). */
    static double uniform(long stream, long index) {
        return (SeededRandom.draw(stream, index) >>> 11) * 0x1.0p-53;
    }

    /** Number {@code index} of a stream, standard normal (Box and Muller, 1958). */
    static double normal(long stream, long index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(stream, 2 * index)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(stream, 2 * index + 1));
    }
}
