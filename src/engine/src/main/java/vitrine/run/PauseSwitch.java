package vitrine.run;

/**
 * A cancellation token that can also hold the work: who asks while it is paused waits inside the question until it is
 * resumed or cancelled. Work that asks at least ten times a second thus needs no code of its own to be paused. Thread-safe.
 */
public final class PauseSwitch implements CancellationToken {
    private static final long LOOK_AGAIN_MILLIS = 50;
    private final CancellationToken stop;
    private final Object lock = new Object();
    private volatile boolean paused;

    /** @param stop ends the work, paused or not */
    public PauseSwitch(CancellationToken stop) {
        this.stop = stop;
    }

    public void pause() {
        paused = true;
    }

    public void resume() {
        synchronized (lock) {
            paused = false;
            lock.notifyAll();
        }
    }

    public boolean isPaused() {
        return paused;
    }

    @Override
    public boolean isCancelled() {
        if (paused) {
            await();
        }
        return stop.isCancelled();
    }

    private void await() {
        synchronized (lock) {
            while (paused && !stop.isCancelled()) {
                try {
                    lock.wait(LOOK_AGAIN_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
