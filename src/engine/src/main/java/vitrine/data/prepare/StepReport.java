package vitrine.data.prepare;

/**
 * What a cleaning step did.
 *
 * @param touched rows changed but kept
 */
public record StepReport(String name, long rowsBefore, long rowsAfter, long touched) {}
