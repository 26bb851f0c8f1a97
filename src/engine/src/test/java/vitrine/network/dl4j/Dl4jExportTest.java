package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.network.HistoryConvolutionFixture;
import vitrine.network.Parameters;
import vitrine.run.BadInputException;

class Dl4jExportTest {
    @TempDir
    Path folder;

    private final HistoryConvolutionFixture fixture = new HistoryConvolutionFixture(6, 4, 8, 3, 30, 1);

    @Test
    void dl4jOpensTheFileAndGivesTheSameOutputs() throws IOException {
        Path file = folder.resolve("new folder").resolve("model.zip");
        Dl4jExport.write(fixture.parameters, fixture.shape, file);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile());
        ComputationGraph original = graph();
        var inputs = new GraphInputs(fixture.shape, 10);
        for (int i = 0; i < 10; i++) {
            var q = fixture.question(true);
            inputs.put(i, q.tokens(), q.weights(), q.slots(), fixture.random.nextInt(fixture.rows));
        }
        assertEquals(original.outputSingle(inputs.features()), restored.outputSingle(inputs.features()));
        Parameters back = GraphParameters.copyFrom(restored);
        for (String name : back.tensors().keySet()) {
            assertArrayEquals(fixture.parameters.values(name), back.values(name), name);
        }
        restored.fit(inputs.withLabels(new float[10]));
        assertTrue(Double.isFinite(restored.score()));
    }

    @Test
    void theFileHoldsWhatDl4jItselfWouldWriteWithoutItsClock() throws IOException {
        Path file = folder.resolve("model.zip");
        Dl4jExport.write(fixture.parameters, fixture.shape, file);
        ByteArrayOutputStream theirs = new ByteArrayOutputStream();
        ModelSerializer.writeModel(graph(), theirs, false);
        Map<String, String> expected = new LinkedHashMap<>();
        unzip(theirs.toByteArray(), (entry, bytes) -> expected.put(entry.getName(), hex(bytes)));
        Map<String, String> actual = new LinkedHashMap<>();
        unzip(Files.readAllBytes(file), (entry, bytes) -> {
            actual.put(entry.getName(), hex(bytes));
            assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), entry.getTimeLocal());
        });
        assertEquals(expected, actual);
    }

    @Test
    void theSameParametersGiveTheSameBytes() throws IOException {
        Dl4jExport.write(fixture.parameters, fixture.shape, folder.resolve("a.zip"));
        Dl4jExport.write(fixture.parameters, fixture.shape, folder.resolve("b.zip"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.zip")), Files.readAllBytes(folder.resolve("b.zip")));
    }

    @Test
    void aFailedExportLeavesTheOldFileAndNothingBesideIt() throws IOException {
        Path file = folder.resolve("model.zip");
        Files.writeString(file, "old");
        fixture.parameters.values("vectors")[3] = Float.NaN;
        assertThrows(IllegalArgumentException.class, () -> Dl4jExport.write(fixture.parameters, fixture.shape, file));
        assertEquals("old", Files.readString(file));
        fixture.parameters.values("vectors")[3] = 0f;
        Path inside = file.resolve("model.zip");
        assertThrows(BadInputException.class, () -> Dl4jExport.write(fixture.parameters, fixture.shape, inside));
        assertEquals("old", Files.readString(file));
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(f -> !f.equals(file)));
        }
    }

    private ComputationGraph graph() {
        ComputationGraph graph = HistoryConvolutionGraph.build(fixture.shape, fixture.rows, 1e-3, 0);
        GraphParameters.copyTo(graph, fixture.parameters);
        return graph;
    }

    private interface EntryReader {
        void read(ZipEntry entry, byte[] bytes);
    }

    private static void unzip(byte[] zip, EntryReader reader) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                reader.read(entry, in.readAllBytes());
            }
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
