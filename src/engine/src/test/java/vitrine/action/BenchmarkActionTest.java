package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

class BenchmarkActionTest {
    private static final String WORK = "convolution-training-256";

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_work_is_measured_in_its_own_process_beside_the_best_way_of_its_peer(@TempDir Path peers) throws IOException {
        // A peer that makes 1 example a second with one thread and 2 with two; more when eager, but never in quiet.
        Files.writeString(peers.resolve("run.sh"), """
                [ "$2 $3 $4" = "ml1m cnn 256" ] || exit 3
                quiet=true; rate=$PERF_THREADS; [ "$5" = eager ] && quiet=false && rate=10
                echo "a line that is no figure"
                echo "{\\"ex_per_s\\": $rate, \\"rss_mb\\": 500, \\"quiet\\": $quiet}"
                """);
        BenchmarkResult result = new BenchmarkAction()
                .run(new BenchmarkRequest(true, List.of(WORK), Optional.of(peers), 42), JobContext.quiet());
        assertEquals(1, result.figures().size());
        BenchmarkResult.Figure figure = result.figures().get(0);
        assertEquals(WORK, figure.work());
        assertEquals(1, figure.runs());
        assertTrue(figure.median() > 0);
        BenchmarkResult.Peer peer = figure.peer().orElseThrow();
        assertEquals("fused, 2 threads", peer.mode());
        assertEquals(2, peer.median());
        assertEquals(figure.median() / 2, peer.ratio(), 1e-9 * peer.ratio());
        assertEquals(Optional.of(500.0), peer.residentMb());
        assertTrue(
                result.machine().cores() >= 1 && !result.machine().processor().isBlank());
    }

    @Test
    void a_folder_without_peers_is_refused_before_anything_is_measured(@TempDir Path empty) {
        BenchmarkRequest request = new BenchmarkRequest(true, List.of(), Optional.of(empty), 42);
        assertThrows(BadInputException.class, () -> new BenchmarkAction().run(request, JobContext.quiet()));
    }
}
