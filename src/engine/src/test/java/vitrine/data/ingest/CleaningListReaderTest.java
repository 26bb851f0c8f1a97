package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.data.prepare.CleaningPlan;
import vitrine.data.prepare.CleaningStep;

class CleaningListReaderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsStepsInTheirOrder() throws IOException {
        assertEquals(List.of("duplicates", "returns", "missing-user", "event-weights", "k-core"), names(read("""
                        [{"step": "duplicates"},
                         {"step": "user-id-suffix", "on": false},
                         {"step": "returns", "on": true},
                         {"step": "missing-user"},
                         {"step": "event-weights", "weights": {"fav": 0.5}, "minValue": 3},
                         {"step": "k-core", "minUser": 5, "minItem": 2}]
                        """)));
    }

    @Test
    void addsWhatIsAlwaysNeeded() throws IOException {
        assertEquals(List.of("missing-user", "event-weights", "k-core"), names(read("[]")));
        assertEquals(
                List.of("missing-user", "non-positive-price", "user-id-suffix", "event-weights", "k-core"),
                names(read("[{\"step\":\"non-positive-price\"},{\"step\":\"user-id-suffix\"},{\"step\":\"k-core\"}]")));
        assertEquals(List.of("missing-user", "k-core"), names(read("[{\"step\":\"event-weights\",\"on\":false}]")));
    }

    @Test
    void theRequestsOwnWishesComeOnTop() throws IOException {
        Path file = write("[{\"step\":\"k-core\",\"minUser\":2},{\"step\":\"non-product-codes\",\"on\":false}]");
        ReadRequest request = new ReadRequest(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.of(file),
                Map.of("purchase", 2.),
                OptionalDouble.of(3),
                7,
                8,
                true);
        assertEquals(
                List.of("missing-user", "non-product-codes", "event-weights", "k-core"),
                names(CleaningListReader.read(file, request)));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refuse("{}", "not a cleaning list", "JSON array");
        refuse("[{]", "line 1, column", "not valid JSON");
        refuse("[] []", "not valid JSON");
        refuse("[{\"step\":\"returns\",\"step\":\"returns\"}]", "not valid JSON");
        refuse("[{\"step\":\"returns\"},{\"on\":true}]", "entry 2", "needs a field \"step\"");
        refuse("[7]", "entry 1", "\"step\"");
        refuse("[{\"step\":\"polish\"}]", "unknown step \"polish\"", "duplicates, event-weights");
        refuse("[{\"step\":\"returns\"},{\"step\":\"returns\"}]", "repeats the step");
        refuse("[{\"step\":\"returns\",\"off\":true}]", "unknown field \"off\"");
        refuse("[{\"step\":\"returns\",\"on\":1}]", "true or false");
        refuse("[{\"step\":\"missing-user\",\"on\":false}]", "cannot switch");
        refuse("[{\"step\":\"k-core\",\"minUser\":-1}]", "\"minUser\"");
        refuse("[{\"step\":\"k-core\",\"minItem\":2.5}]", "\"minItem\"");
        refuse("[{\"step\":\"event-weights\",\"weights\":[]}]", "object in \"weights\"");
        refuse("[{\"step\":\"event-weights\",\"weights\":{\"buy\":\"1\"}}]", "\"buy\" a number");
        refuse("[{\"step\":\"event-weights\",\"minValue\":\"x\"}]", "\"minValue\"");
        refuse(" ".repeat((1 << 20) + 1), "larger than");
    }

    private void refuse(String json, String... parts) {
        Awkward.refusal(() -> read(json), parts);
    }

    private CleaningPlan read(String json) throws IOException {
        return CleaningListReader.read(write(json), ReadRequest.of());
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("list.json"), json);
    }

    private static List<String> names(CleaningPlan plan) {
        return plan.steps().stream().map(CleaningStep::name).toList();
    }
}
