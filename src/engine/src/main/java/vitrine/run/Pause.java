package vitrine.run;

/** Waiting without giving up the processor, for up to 50 microseconds. */
final class Pause {
    private static final long LONGEST_NANOS = 50_000;
    private final long start = System.nanoTime();

    /** Waits for a moment; {@code false} when it is time to sleep. */
    boolean briefly() {
        for (int i = 0; i < 16; i++) {
            Thread.onSpinWait();
        }
        return System.nanoTime() - start < LONGEST_NANOS;
    }
}
