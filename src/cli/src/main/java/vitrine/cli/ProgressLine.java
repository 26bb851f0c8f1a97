package vitrine.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import vitrine.run.Progress;
import vitrine.run.TimeLeft;

/**
 * Progress for people: on a terminal one line that is rewritten up to ten times a second, with share and time left;
 * elsewhere a plain line when a stage begins and then at most one every two seconds.
 */
final class ProgressLine implements Progress {
    private static final long REWRITE_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 2_000_000_000L;
    private static final int WIDTH = 78;

    private final Console console;
    private final LongSupplier nanoClock;
    private String stage = "";
    private TimeLeft timeLeft = new TimeLeft(0, 0);
    private long lastShown;
    private boolean lineOpen;

    ProgressLine(Console console, LongSupplier nanoClock) {
        this.console = console;
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized void report(String stageNow, long done, long total) {
        long now = nanoClock.getAsLong();
        boolean begins = !stageNow.equals(stage);
        if (begins) {
            stage = stageNow;
            timeLeft = new TimeLeft(now, done);
        }
        long pause = console.isTerminal() ? REWRITE_NANOS : PLAIN_NANOS;
        if (!begins && now - lastShown < pause) {
            return;
        }
        lastShown = now;
        String line = line(done, total, timeLeft.estimate(now, done, total));
        if (console.isTerminal()) {
            console.err().print("\r" + line + "\u001b[K");
            console.err().flush();
            lineOpen = true;
        } else {
            console.tell(line);
        }
    }

    /** Removes the rewritten line, so that what follows starts in an empty one. */
    synchronized void close() {
        if (lineOpen) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            lineOpen = false;
        }
    }

    private String line(long done, long total, Optional<Duration> left) {
        String share = total > 0 ? String.format(Locale.ROOT, "%3d %%", Math.min(100, 100 * done / total)) : "";
        String rest = share
                + left.map(ProgressLine::words).map(w -> ", " + w + " left").orElse("");
        int room = WIDTH - rest.length() - 2;
        String name = stage.length() > room ? stage.substring(0, room - 1) + "…" : stage;
        return rest.isEmpty() ? name : name + "  " + rest;
    }

    private static String words(Duration time) {
        long seconds = Math.max(1, (time.toMillis() + 999) / 1000);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }
}
