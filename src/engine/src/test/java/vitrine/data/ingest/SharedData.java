package vitrine.data.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data sets that are not shipped: in the folder named by the environment variable VITRINE_DATA, if there is one. */
final class SharedData {
    private SharedData() {}

    static Path file(String name) {
        String folder = System.getenv("VITRINE_DATA");
        Path file = Path.of(folder == null ? "" : folder, name);
        Assumptions.assumeTrue(
                folder != null && Files.exists(file), "set VITRINE_DATA to the folder that holds " + name);
        return file;
    }
}
