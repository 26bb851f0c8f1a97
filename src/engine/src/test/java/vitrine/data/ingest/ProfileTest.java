package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vitrine.data.prepare.Hash64;

class ProfileTest {
    @Test
    void countsDistinctExactlyUntilTheSetIsFull() {
        DistinctCounter counter = new DistinctCounter(1000);
        for (int round = 0; round < 3; round++) {
            for (int value = 0; value < 1000; value++) {
                counter.see(Hash64.mix(value + 1));
                counter.see(Hash64.mix(value + 1));
            }
        }
        assertEquals(1000, counter.count());
    }

    @Test
    void estimatesDistinctInBoundedMemoryAbove() {
        DistinctCounter counter = new DistinctCounter(4096);
        for (int value = 0; value < 1_000_000; value++) {
            counter.see(Hash64.mix(value + 1));
        }
        assertEquals(1_000_000, (double) counter.count(), 80_000);
    }

    @Test
    void namesTheNarrowestType() {
        assertEquals(new ColumnProfile("c", "integer", 0, 3), profile("1", "-2", "30"));
        assertEquals(new ColumnProfile("c", "number", 1, 2), profile("1", "2.5", ""));
        assertEquals("number", profile("17850.0", "13047.0").type());
        assertEquals("time", profile("2011-01-31 08:26", "2011-02-01").type());
        assertEquals("time", profile("12/31/2011").type());
        assertEquals("text", profile("1", "85123A").type());
        assertEquals("text", profile("1,234").type());
        assertEquals(new ColumnProfile("c", "empty", 2, 0), profile("", ""));
    }

    @Test
    void looksPastTheFirstRows() {
        ColumnProfiler profiler = new ColumnProfiler("c");
        for (int row = 0; row < 20_000; row++) {
            see(profiler, row < 10_000 ? "7" : "x");
        }
        assertEquals(new ColumnProfile("c", "text", 0, 2), profiler.profile());
    }

    private static ColumnProfile profile(String... cells) {
        ColumnProfiler profiler = new ColumnProfiler("c");
        for (String cell : cells) {
            see(profiler, cell);
        }
        return profiler.profile();
    }

    private static void see(ColumnProfiler profiler, String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        profiler.see(bytes, 0, bytes.length, Hash64.of(bytes, 0, bytes.length));
    }
}
