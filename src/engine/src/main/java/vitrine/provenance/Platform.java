package vitrine.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The program's own version, and what it runs on. */
public final class Platform {
    /** Version of Vitrine, written into every model and report. */
    public static final String VITRINE = "0.1.0";

    private Platform() {}

    /** Versions that can change a number: only these belong into a model file. */
    public static SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("vitrine", VITRINE);
        versions.put("kernel", "float32-rows-1");
        return versions;
    }

    /** The processor's model, where the system tells; else its architecture. */
    public static String processor() {
        Path linux = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.isReadable(linux) ? Files.lines(linux) : Stream.empty()) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> Objects.requireNonNullElse(
                            System.getenv("PROCESSOR_IDENTIFIER"), System.getProperty("os.arch")));
        } catch (IOException | UncheckedIOException e) {
            return System.getProperty("os.arch");
        }
    }
}
