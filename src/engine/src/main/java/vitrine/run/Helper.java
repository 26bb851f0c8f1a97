package vitrine.run;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread of a team: takes the round it is offered, works, looks out for the next. */
final class Helper implements Runnable {
    private final int worker;
    private final AtomicReference<@Nullable Round> offered = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile boolean asleep;
    private volatile @Nullable Thread thread;

    Helper(int worker) {
        this.worker = worker;
    }

    void startOn(Thread fresh) {
        thread = fresh;
        fresh.start();
    }

    /** A round not yet taken is replaced: it is over, or its caller would not offer another. */
    void offer(Round round) {
        offered.set(round);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void stop() {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            Round round = offered.getAndSet(null);
            if (round == null) {
                lookOut();
            } else {
                round.help(worker);
            }
        }
    }

    private void lookOut() {
        Pause pause = new Pause();
        while (offered.get() == null && !stopped) {
            if (!pause.briefly()) {
                asleep = true;
                if (offered.get() == null && !stopped) {
                    LockSupport.park(this);
                }
                asleep = false;
                // An interrupt that a block left behind would keep the thread from sleeping.
                Thread.interrupted();
            }
        }
    }
}
