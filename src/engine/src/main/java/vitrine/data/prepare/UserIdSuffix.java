package vitrine.data.prepare;

/**
 * Takes the ".0" from user ids when every one of them has it: the trace of a numeric column with gaps that went through
 * a spreadsheet or a data frame. When only some have it, ids stay exactly as read.
 */
public final class UserIdSuffix implements CleaningStep {
    private static final String SUFFIX = ".0";

    @Override
    public String name() {
        return "user-id-suffix";
    }

    @Override
    public boolean appliesTo(EventTable table) {
        return table.users().allEndIn(SUFFIX);
    }

    @Override
    public StepReport apply(EventTable table) {
        long touched = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.user(row) != TextDictionary.NONE) {
                touched++;
            }
        }
        table.renameUsers(table.users().withoutSuffix(SUFFIX.length()));
        return new StepReport(name(), table.size(), table.size(), touched);
    }
}
