package vitrine.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@link Workers#forEach}: blocks to be claimed one by one, and who is at work on them. Of a team of T, worker w
 * first claims blocks w, w + T, w + 2 T and so on, in every round the same, so that what a block reads and writes may
 * still be in this processor's cache from the round before. Then it helps the others.
 */
final class Round {
    private static final int CLOSED = 1 << 30;
    private static final int APART = 32;
    private final int blocks;
    private final Workers.BlockWork work;
    private final Thread caller = Thread.currentThread();
    private final int team;
    /** How many blocks of each worker's share are claimed; counters stand apart so that they share no cache line. */
    private final AtomicIntegerArray claimed;

    /** Helpers at work; {@link #CLOSED} is added once no more may begin. */
    private final AtomicInteger atWork = new AtomicInteger();

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Round(int blocks, int team, Workers.BlockWork work) {
        this.blocks = blocks;
        this.team = team;
        this.work = work;
        this.claimed = new AtomicIntegerArray(team * APART);
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
        boolean done = false;
        try {
            for (int i = 0; i < team; i++) {
                int owner = (worker + i) % team;
                for (int block = claim(owner); block < blocks; block = claim(owner)) {
                    work.run(block, worker);
                }
            }
            done = true;
        } finally {
            // After a failure nobody need begin another block.
            for (int owner = 0; owner < team && !done; owner++) {
                claimed.set(owner * APART, blocks);
            }
        }
    }

    /** The owner's next block, or a number past the last. */
    private int claim(int owner) {
        // Looked at first, so that asking again and again does not count up for ever.
        if (block(owner, claimed.get(owner * APART)) == blocks) {
            return blocks;
        }
        return block(owner, claimed.getAndIncrement(owner * APART));
    }

    private int block(int owner, int index) {
        return (int) Math.min(blocks, owner + (long) index * team);
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
