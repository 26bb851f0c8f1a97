package vitrine.data.prepare;

import java.util.Locale;
import java.util.Set;

/** Drops postage, fees, vouchers and manual entries by the codes the Online Retail shop gave them. Off by default. */
public final class NonProductCodes implements CleaningStep {
    private static final Set<String> CODES =
            Set.of("POST", "DOT", "C2", "M", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK");
    private static final String VOUCHER = "GIFT_0001_";

    @Override
    public String name() {
        return "non-product-codes";
    }

    @Override
    public boolean appliesTo(EventTable table) {
        return true;
    }

    @Override
    public StepReport apply(EventTable table) {
        boolean[] product = new boolean[table.items().size()];
        for (int code = 0; code < product.length; code++) {
            String id = table.items().text(code).strip().toUpperCase(Locale.ROOT);
            product[code] = !CODES.contains(id) && !id.startsWith(VOUCHER);
        }
        return RowFilter.keep(name(), table, row -> table.item(row) == TextDictionary.NONE || product[table.item(row)]);
    }
}
