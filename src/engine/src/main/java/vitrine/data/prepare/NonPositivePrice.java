package vitrine.data.prepare;

/** Drops rows with a price of zero or less (gifts, write-offs, corrections); a missing price is no reason. */
public final class NonPositivePrice implements CleaningStep {
    @Override
    public String name() {
        return "non-positive-price";
    }

    @Override
    public boolean appliesTo(EventTable table) {
        return table.has(EventTable.Column.PRICE);
    }

    @Override
    public StepReport apply(EventTable table) {
        return RowFilter.keep(name(), table, row -> !(table.price(row) <= 0));
    }
}
