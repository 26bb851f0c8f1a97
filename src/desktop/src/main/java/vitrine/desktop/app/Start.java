package vitrine.desktop.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the window finds things.
 *
 * @param userFolder settings, logs, the user's own studies
 * @param sampleData the shipped shop
 * @param study folder to open; empty: the last one, else the sample
 */
public record Start(Path userFolder, Path sampleData, Optional<Path> study) {}
