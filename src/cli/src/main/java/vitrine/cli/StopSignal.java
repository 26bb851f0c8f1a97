package vitrine.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vitrine.run.CancellationSource;

/**
 * Ctrl-C: asks the command to stop and waits for it to keep what it has and say so. Commands look several times a second
 * whether they are to stop, so what takes longer is a checkpoint of a very large training being written. The Java machine
 * then exits with 128 plus the signal's number, which for Ctrl-C is 130.
 */
final class StopSignal {
    private final CancellationSource cancellation;
    private final Duration patience;
    private final CountDownLatch finished = new CountDownLatch(1);

    /** @param patience after which a command that does not end is left behind */
    StopSignal(CancellationSource cancellation, Duration patience) {
        this.cancellation = cancellation;
        this.patience = patience;
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
            return finished.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
