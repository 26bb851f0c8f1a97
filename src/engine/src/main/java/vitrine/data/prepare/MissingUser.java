package vitrine.data.prepare;

/** Drops rows without a user or without an item: nobody can learn from them. */
public final class MissingUser implements CleaningStep {
    @Override
    public String name() {
        return "missing-user";
    }

    @Override
    public boolean appliesTo(EventTable table) {
        return true;
    }

    @Override
    public StepReport apply(EventTable table) {
        return RowFilter.keep(
                name(), table, row -> table.user(row) != TextDictionary.NONE && table.item(row) != TextDictionary.NONE);
    }
}
