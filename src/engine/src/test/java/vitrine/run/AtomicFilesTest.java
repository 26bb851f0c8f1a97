package vitrine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesAWholeFileAndMakesItsFolder() throws IOException {
        Path target = folder.resolve("a/b/名.txt");
        AtomicFiles.writeString(target, "茶 🍵");
        assertEquals("茶 🍵", Files.readString(target, StandardCharsets.UTF_8));
        AtomicFiles.writeString(target, "");
        assertEquals(0, Files.size(target), "an older file is replaced");
    }

    @Test
    void theOldFileStaysWhenTheContentFails() throws IOException {
        Path target = folder.resolve("model");
        AtomicFiles.writeString(target, "old");
        byte[] much = new byte[1 << 20];
        IllegalStateException defect = assertThrows(
                IllegalStateException.class,
                () -> AtomicFiles.write(target, out -> {
                    out.write(much);
                    throw new IllegalStateException("boom");
                }));
        assertEquals("boom", defect.getMessage());
        BadInputException full = assertThrows(
                BadInputException.class,
                () -> AtomicFiles.write(target, out -> {
                    out.write(much);
                    throw new IOException("No space left on device");
                }));
        assertTrue(full.getMessage().contains("No space left on device"), full.getMessage());
        assertTrue(full.getMessage().contains(target.toString()), full.getMessage());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("model"), names());
    }

    @Test
    void stoppingWhileWritingLeavesNothingHalfWritten() throws IOException {
        Path target = folder.resolve("model");
        assertThrows(
                CancelledException.class,
                () -> AtomicFiles.write(target, out -> {
                    out.write(1);
                    throw new CancelledException("Stopped.");
                }));
        assertFalse(Files.exists(target));
        assertEquals(List.of(), names());
    }

    @Test
    void aFileInThePlaceOfAFolderIsBadInput() throws IOException {
        AtomicFiles.writeString(folder.resolve("file"), "x");
        assertThrows(BadInputException.class, () -> AtomicFiles.writeString(folder.resolve("file/model"), "y"));
        Files.createDirectories(folder.resolve("folder/inside"));
        assertThrows(BadInputException.class, () -> AtomicFiles.writeString(folder.resolve("folder"), "y"));
        assertEquals(List.of("file", "folder"), names());
        assertThrows(BadInputException.class, () -> AtomicFiles.writeString(Path.of("/"), "y"));
    }

    @Test
    void aReadOnlyFolderIsBadInputThatSaysSo() throws IOException {
        Path target = folder.resolve("closed/model");
        AtomicFiles.writeString(target, "old");
        Path closed = folder.resolve("closed");
        try {
            Assumptions.assumeTrue(
                    closed.toFile().setWritable(false) && !Files.isWritable(closed),
                    "this user may write everywhere (root), so no folder is read-only");
            BadInputException refused =
                    assertThrows(BadInputException.class, () -> AtomicFiles.writeString(target, "new"));
            assertTrue(refused.getMessage().contains("read-only"), refused.getMessage());
            assertEquals("old", Files.readString(target));
        } finally {
            assertTrue(closed.toFile().setWritable(true));
        }
    }
}
