package vitrine.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vitrine.run.CancellationSource;

/**
 * Ctrl-C: asks the command to stop and gives it a second to say what was kept. The Java machine then exits with 128
 * plus the signal's number, which for Ctrl-C is 130.
 */
final class StopSignal {
    private static final long PATIENCE_MILLIS = 1_000;
    private final CancellationSource cancellation;
    private final CountDownLatch finished = new CountDownLatch(1);

    StopSignal(CancellationSource cancellation) {
        this.cancellation = cancellation;
    }

    /** The command has said its last word. */
    void finished() {
        finished.countDown();
    }

    /**
     * Runs as a shutdown hook; returns at once when the command had already ended.
     *
     * @return whether it ended in time
     */
    boolean stopAndWait() {
        cancellation.cancel();
        try {
            return finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
