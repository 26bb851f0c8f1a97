package vitrine.action;

import java.nio.file.Path;

/** {@code generate}: the showcase shop. {@code events} is the expected number of events over all users. */
public record GenerateRequest(Path out, long seed, int users, int items, int events) {}
