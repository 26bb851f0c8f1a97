package vitrine.run;

/**
 * A piece of work that may take longer than a glance.
 *
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Job<R> {
    /** @throws CancelledException soon after {@code context.cancellation()} is set */
    R run(JobContext context);
}
