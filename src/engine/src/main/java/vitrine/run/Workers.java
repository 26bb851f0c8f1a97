package vitrine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed team of threads for work cut into numbered blocks. What a block computes may depend on its number only, never
 * on the thread or the order in which blocks finish: then the bytes are the same for any number of threads, as long as
 * the caller reduces in block order.
 */
public final class Workers implements AutoCloseable {
    /** Work on one block, by one of {@code threads} workers; {@code worker} picks scratch memory, nothing else. */
    @FunctionalInterface
    public interface BlockWork {
        void run(int block, int worker);
    }

    private static final AtomicInteger TEAM = new AtomicInteger();
    private final int threads;
    private final ExecutorService pool;

    public Workers(int threads) {
        this.threads = threads;
        int team = TEAM.incrementAndGet();
        AtomicInteger member = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "vitrine-" + team + "-" + member.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    public int threads() {
        return threads;
    }

    /** Runs blocks 0 to {@code blocks - 1}; the calling thread is worker 0. Rethrows the first failure of any block. */
    public void forEach(int blocks, BlockWork work) {
        if (threads == 1 || blocks < 2) {
            for (int block = 0; block < blocks; block++) {
                work.run(block, 0);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> helpers = new ArrayList<>();
        for (int worker = 1; worker < Math.min(threads, blocks); worker++) {
            int id = worker;
            helpers.add(pool.submit(() -> drain(next, blocks, id, work)));
        }
        try {
            drain(next, blocks, 0, work);
        } finally {
            join(helpers);
        }
    }

    private static void drain(AtomicInteger next, int blocks, int worker, BlockWork work) {
        try {
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                work.run(block, worker);
            }
        } finally {
            // After a failure nobody need begin another block.
            next.set(blocks);
        }
    }

    /** Waits for every helper, whatever has happened: until then the caller's arrays are theirs. */
    private static void join(List<Future<?>> helpers) {
        boolean interrupted = false;
        Throwable failure = null;
        for (int i = 0; i < helpers.size(); ) {
            try {
                helpers.get(i).get();
                i++;
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
                i++;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (interrupted) {
            throw new CancelledException("Interrupted before it was finished; nothing was written.");
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
