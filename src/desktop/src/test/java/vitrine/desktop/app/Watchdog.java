package vitrine.desktop.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Measures the CPU time of the FX thread between two looks a hundredth of a second apart, so that a single long task
 * shows as one long look. Start it after the screens were first shown.
 */
final class Watchdog {
    private static final long LOOK_MILLIS = 10;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicBoolean on = new AtomicBoolean(true);
    private final Thread looker = new Thread(this::look, "watchdog");
    private volatile long screenThread;
    private volatile double worstMillis;
    private volatile String worstPlace = "";

    Watchdog() throws InterruptedException {
        CountDownLatch known = new CountDownLatch(1);
        Platform.runLater(() -> {
            screenThread = Thread.currentThread().getId();
            known.countDown();
        });
        known.await();
        looker.setDaemon(true);
        looker.start();
    }

    /** A task begins when the thread becomes runnable after waiting; CPU time is counted from there. */
    private void look() {
        long begun = threads.getThreadCpuTime(screenThread);
        while (on.get()) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            long now = threads.getThreadCpuTime(screenThread);
            var info = threads.getThreadInfo(screenThread, 12);
            // Inside a native event loop a waiting thread counts as runnable.
            boolean waits = info == null
                    || info.getThreadState() != Thread.State.RUNNABLE
                    || inTheEventLoop(info.getStackTrace());
            double millis = (now - begun) / 1e6;
            if (millis > worstMillis) {
                worstMillis = millis;
                worstPlace = info == null ? "" : java.util.Arrays.toString(info.getStackTrace());
            }
            if (waits) {
                begun = now;
            }
        }
    }

    private static boolean inTheEventLoop(StackTraceElement[] stack) {
        return stack.length > 0 && stack[0].getMethodName().endsWith("unLoop");
    }

    double worstMillis() {
        return worstMillis;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f ms at %s", worstMillis, worstPlace);
    }

    void end() {
        on.set(false);
    }
}
