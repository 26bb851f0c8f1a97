package vitrine.desktop.task;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;

/** Lets one job wait for another, and still be cancelled. */
public final class Gate {
    private static final long LOOK_MILLIS = 50;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Whoever waits goes on; for good. */
    public void open() {
        closed.countDown();
    }

    /** @throws CancelledException soon after the waiting job was cancelled */
    public void pass(JobContext context) {
        try {
            do {
                context.cancellation().throwIfCancelled();
            } while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The window is closing.");
        }
    }
}
