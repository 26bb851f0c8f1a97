package vitrine.desktop.workspace;

import java.time.Instant;
import java.util.Optional;

/** One past action the model looks at; {@code on} is false while it is switched off. */
public record HistoryRow(String id, String title, Optional<Instant> when, boolean on) {}
