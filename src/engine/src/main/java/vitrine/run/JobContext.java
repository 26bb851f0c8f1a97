package vitrine.run;

/** What a running job gets from outside: where to report, whether to stop, how many threads it may use. */
public record JobContext(Progress progress, CancellationToken cancellation, int threads) {
    public JobContext {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("threads must be between 1 and 1024, not " + threads);
        }
    }

    /** No progress, no cancellation, one thread: for tests and calls that take milliseconds. */
    public static JobContext quiet() {
        return new JobContext(Progress.NONE, CancellationToken.NEVER, 1);
    }

    public JobContext withProgress(Progress other) {
        return new JobContext(other, cancellation, threads);
    }
}
