package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void elsewhere_a_stage_speaks_at_most_every_two_seconds() {
        ProgressLine progress = progress(false);
        for (int i = 0; i <= 50; i++) {
            progress.report("Reading", i, 50);
            clock.addAndGet(100_000_000L);
        }
        progress.report("Training", 0, 0);
        progress.close();
        assertEquals(
                "Reading    0 %\nReading   40 %, 3 s left\nReading   80 %, 1 s left\nTraining\n",
                shown().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void on_a_terminal_one_line_is_rewritten_and_removed() {
        ProgressLine progress = progress(true);
        progress.report("Training", 0, 10);
        clock.addAndGet(50_000_000L);
        progress.report("Training", 1, 10);
        clock.addAndGet(100_000_000_000L);
        progress.report("Training", 5, 10);
        clock.addAndGet(100_000_000_000_000L);
        progress.report("Training", 6, 10);
        progress.close();
        progress.close();
        assertEquals(
                "\rTraining    0 %\u001b[K\rTraining   50 %, 1 min 41 s left\u001b[K"
                        + "\rTraining   60 %, 18 h 32 min left\u001b[K\r\u001b[K",
                shown());
    }

    @Test
    void a_long_name_does_not_wrap() {
        progress(true).report("x".repeat(300), 1, 2);
        assertTrue(shown().length() < 84, shown());
    }

    private ProgressLine progress(boolean terminal) {
        return new ProgressLine(new Console(new ByteArrayOutputStream(), err, terminal), clock::get);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
