package vitrine.desktop.screen.recommend;

import java.time.Instant;
import java.util.Optional;

/** One past action the model looks at; {@code on} is false while it is switched off. */
record HistoryRow(String id, String title, Optional<Instant> when, boolean on) {}
