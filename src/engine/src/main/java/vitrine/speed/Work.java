package vitrine.speed;

/** Something whose speed is worth knowing. */
public interface Work {
    /** Unique, for the command line: {@code neumf-training-1024}. */
    String name();

    /** In words, with what a reader needs to compare it. */
    String description();

    /** What one number of a reading counts: {@code examples/s}, {@code ms}. */
    String unit();

    /** Whether a larger number is the better one. */
    boolean moreIsBetter();

    /** Whether more than one thread can help. */
    boolean usesThreads();

    /** Prepares, runs until the machine code is warm, then measures. */
    Reading measure(Conditions conditions);
}
