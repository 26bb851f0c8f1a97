package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;

class SmallPartsTest {
    @TempDir
    Path temp;

    @Test
    void ids_are_separated_by_commas_unless_quoted() {
        assertEquals(List.of("a", "b", "c"), IdList.parse("a,b,c"));
        assertEquals(List.of("a,b", "c\"d"), IdList.parse("\"a,b\",\"c\"\"d\""));
        assertEquals(List.of("5\" nail"), IdList.parse("5\" nail"));
        assertEquals(List.of(), IdList.parse(""));
        assertEquals(List.of("a"), IdList.parse(",a,"));
    }

    @Test
    void the_nearest_word_is_near() {
        assertEquals(Optional.of("train"), NearestWord.to("trian", List.of("explain", "train")));
        assertEquals(Optional.of("recommend"), NearestWord.to("rec", List.of("demo", "recommend")));
        assertEquals(Optional.empty(), NearestWord.to("zzzz", List.of("demo", "train")));
    }

    @Test
    void the_users_folder_follows_the_system() {
        Path home = Path.of("home");
        assertEquals(Path.of("x"), UserFolder.of(Map.of("VITRINE_HOME", "x"), "Linux", "home"));
        assertEquals(home.resolve(".local/share/vitrine"), UserFolder.of(Map.of(), "Linux", "home"));
        assertEquals(Path.of("d/vitrine"), UserFolder.of(Map.of("XDG_DATA_HOME", "d"), "Linux", "home"));
        assertEquals(home.resolve("Library/Application Support/Vitrine"), UserFolder.of(Map.of(), "Mac OS X", "home"));
        assertEquals(Path.of("l/Vitrine"), UserFolder.of(Map.of("LOCALAPPDATA", "l"), "Windows 11", "home"));
        assertEquals(home.resolve("AppData/Local/Vitrine"), UserFolder.of(Map.of(), "Windows 11", "home"));
    }

    @Test
    void a_reader_that_went_away_is_no_failure_but_a_full_disk_is() {
        assertDoesNotThrow(() -> broken("Broken pipe").print("x"));
        assertThrows(
                BadInputException.class, () -> broken("No space left on device").print("x"));
    }

    @Test
    void the_log_is_put_aside_when_it_grows_and_left_out_when_it_cannot_be_written() throws IOException {
        Path file = LogFile.writable(temp).orElseThrow();
        assertEquals(temp.resolve("logs/vitrine.log").toAbsolutePath(), file);
        Files.write(file, new byte[(1 << 20) + 1]);
        assertEquals(Optional.of(file), LogFile.writable(temp));
        assertTrue(Files.exists(temp.resolve("logs/vitrine.1.log")));
        Path plain = Files.writeString(temp.resolve("plain"), "");
        assertEquals(Optional.empty(), LogFile.writable(plain));
    }

    @Test
    void a_stop_cancels_and_waits_for_the_last_word() throws InterruptedException {
        CancellationSource source = new CancellationSource();
        Duration patience = Duration.ofMillis(50);
        StopSignal ended = new StopSignal(source, Duration.ofMinutes(5));
        ended.finished();
        assertTrue(ended.stopAndWait());
        assertTrue(source.isCancelled());
        assertFalse(new StopSignal(source, patience).stopAndWait(), "gives up");
        Thread.currentThread().interrupt();
        assertFalse(new StopSignal(source, patience).stopAndWait());
        assertTrue(Thread.interrupted());
    }

    private static Console broken(String reason) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        return new Console(out, new ByteArrayOutputStream(), false);
    }
}
