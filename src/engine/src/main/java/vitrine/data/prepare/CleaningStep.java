package vitrine.data.prepare;

/** One way of making a table cleaner. Deterministic; works in place. */
public interface CleaningStep {
    /** The name in results, saved lists and reports. */
    String name();

    /** Whether the table has what the step looks at; a step that does not apply is not run and not reported. */
    boolean appliesTo(EventTable table);

    StepReport apply(EventTable table);
}
