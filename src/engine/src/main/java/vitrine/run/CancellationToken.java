package vitrine.run;

/** Asked by long work at least ten times a second; set once, from any thread, by {@link CancellationSource}. */
@FunctionalInterface
public interface CancellationToken {
    /** For work that nobody can stop (tests, sub-second calls). */
    CancellationToken NEVER = () -> false;

    boolean isCancelled();

    /** @throws CancelledException when cancelled */
    default void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancelledException("Stopped before it was finished; nothing was written.");
        }
    }
}
