package vitrine.provenance;

import java.util.SortedMap;
import java.util.TreeMap;

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

    /** One line for run logs and benchmarks: system, processor count, Java. */
    public static String describe() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version();
    }
}
