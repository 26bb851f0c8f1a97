package vitrine.run;

/** The switch behind a {@link CancellationToken}. */
public final class CancellationSource implements CancellationToken {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
