package vitrine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The log file in the user's folder; past 1 MB it is put aside as {@code vitrine.1.log}. */
final class LogFile {
    private static final long MAX_BYTES = 1 << 20;

    private LogFile() {}

    /** The file under {@code folder}, empty if it cannot be written. */
    static Optional<Path> writable(Path folder) {
        Path logs = folder.resolve("logs").toAbsolutePath();
        Path file = logs.resolve("vitrine.log");
        try {
            Files.createDirectories(logs);
            if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
                Files.move(file, logs.resolve("vitrine.1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.isWritable(Files.exists(file) ? file : logs) ? Optional.of(file) : Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
