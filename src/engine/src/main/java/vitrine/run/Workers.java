package vitrine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed team of threads for work cut into numbered blocks. What a block computes may depend on its number only, never
 * on the thread or the order in which blocks finish: then the bytes are the same for any number of threads, as long as
 * the caller reduces in block order.
 *
 * <p>Helpers look out for the next round for some microseconds before they sleep, since training sends them thousands of
 * short rounds a second; a helper that wakes too late for a round is not waited for.
 */
public final class Workers implements AutoCloseable {
    /** Work on one block, by one of {@code threads} workers; {@code worker} picks scratch memory, nothing else. */
    @FunctionalInterface
    public interface BlockWork {
        void run(int block, int worker);
    }

    private static final AtomicInteger TEAM = new AtomicInteger();
    private final int threads;
    private final List<Helper> helpers = new ArrayList<>();

    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a team needs at least 1 thread, not " + threads);
        }
        this.threads = threads;
        int team = TEAM.incrementAndGet();
        for (int worker = 1; worker < threads; worker++) {
            Helper helper = new Helper(worker);
            Thread thread = new Thread(helper, "vitrine-" + team + "-" + worker);
            thread.setDaemon(true);
            helper.startOn(thread);
            helpers.add(helper);
        }
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
        int team = Math.min(threads, blocks);
        Round round = new Round(blocks, team, work);
        for (int worker = 1; worker < team; worker++) {
            helpers.get(worker - 1).offer(round);
        }
        try {
            round.drain(0);
        } finally {
            round.join();
        }
    }

    @Override
    public void close() {
        helpers.forEach(Helper::stop);
    }
}
