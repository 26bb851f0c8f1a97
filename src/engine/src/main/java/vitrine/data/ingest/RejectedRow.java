package vitrine.data.ingest;

/** A row that could not be read, and why. */
public record RejectedRow(String file, long line, String reason) {}
