package vitrine.network.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vitrine.run.BadInputException;

/**
 * Room for ND4J's native libraries, which JavaCPP unpacks at the first use. A disk that fills up on the way leaves half a
 * library and an error nobody understands, so it is asked before.
 */
public final class NativeSpace {
    /** Unpacked size is about 340 MB. */
    private static final long NEEDED_BYTES = 400L << 20;

    private NativeSpace() {}

    /**
     * To be called before the first touch of ND4J. Does nothing when no cache folder is set, or when it has libraries.
     *
     * @throws BadInputException when the disk is too full
     */
    public static void require() {
        String cache = System.getProperty("org.bytedeco.javacpp.cachedir", "");
        if (!cache.isBlank()) {
            require(Path.of(cache), NEEDED_BYTES);
        }
    }

    static void require(Path cache, long neededBytes) {
        try {
            if (isFilled(cache)) {
                return;
            }
            Files.createDirectories(cache);
            long free = Files.getFileStore(cache).getUsableSpace();
            if (free < neededBytes) {
                throw new BadInputException(
                        "The native libraries of DL4J need " + (neededBytes >> 20) + " MB in " + cache
                                + ", and only " + (free >> 20)
                                + " MB are free there. Make room, or set VITRINE_HOME to a folder"
                                + " on another disk.");
            }
        } catch (IOException e) {
            throw new BadInputException(
                    "The native libraries of DL4J cannot be unpacked in " + cache + ": " + e.getMessage()
                            + ". Set VITRINE_HOME to a folder you may write to.",
                    e);
        }
    }

    private static boolean isFilled(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(cache)) {
            return entries.anyMatch(Files::isDirectory);
        }
    }
}
