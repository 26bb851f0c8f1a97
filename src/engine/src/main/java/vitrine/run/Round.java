package vitrine.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One call of {@link Workers#forEach}: blocks to be claimed one by one, and who is at work on them. */
final class Round {
    private static final int CLOSED = 1 << 30;
    private final int blocks;
    private final Workers.BlockWork work;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    /** Helpers at work; {@link #CLOSED} is added once no more may begin. */
    private final AtomicInteger atWork = new AtomicInteger();

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Round(int blocks, Workers.BlockWork work) {
        this.blocks = blocks;
        this.work = work;
    }

    /** A helper's part: nothing when it comes too late. */
    void help(int worker) {
        int before = atWork.get();
        while (!atWork.compareAndSet(before, before + 1)) {
            before = atWork.get();
        }
        try {
            if (before < CLOSED) {
                drain(worker);
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        } finally {
            if (atWork.decrementAndGet() == CLOSED) {
                LockSupport.unpark(caller);
            }
        }
    }

    void drain(int worker) {
        try {
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                work.run(block, worker);
            }
        } finally {
            // After a failure nobody need begin another block.
            next.set(blocks);
        }
    }

    /** Waits for every helper at work, whatever has happened: until then the caller's arrays are theirs. */
    void join() {
        boolean interrupted = false;
        Pause pause = new Pause();
        for (int left = atWork.addAndGet(CLOSED); left != CLOSED; left = atWork.get()) {
            if (!pause.briefly()) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (interrupted) {
            throw new CancelledException("Interrupted before it was finished; nothing was written.");
        }
    }
}
