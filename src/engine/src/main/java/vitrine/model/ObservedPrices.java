package vitrine.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import vitrine.data.Catalog;
import vitrine.data.InteractionLog;

/** What items cost when the catalog does not say: the median unit price of the events that may be seen. */
final class ObservedPrices {
    private ObservedPrices() {}

    /** @return {@code items} with a price column, if it has none and the log has any price */
    static Catalog in(Catalog items, InteractionLog log, IntPredicate seen) {
        if (items.attributes().contains(Catalog.PRICE)) {
            return items;
        }
        float[][] prices = new float[log.items().size()][0];
        int[] counts = new int[prices.length];
        for (int row = 0; row < log.size(); row++) {
            if (log.price(row) > 0 && log.price(row) < Float.POSITIVE_INFINITY && seen.test(row)) {
                int item = log.item(row);
                if (counts[item] == prices[item].length) {
                    prices[item] = Arrays.copyOf(prices[item], 4 + 2 * counts[item]);
                }
                prices[item][counts[item]++] = log.price(row);
            }
        }
        if (Arrays.stream(counts).allMatch(count -> count == 0)) {
            return items;
        }
        Map<String, String[]> columns = new LinkedHashMap<>();
        for (String name : items.attributes()) {
            String[] column = new String[prices.length];
            Arrays.setAll(column, item -> items.attribute(item, name).orElse(""));
            columns.put(name, column);
        }
        String[] medians = new String[prices.length];
        for (int item = 0; item < medians.length; item++) {
            Arrays.sort(prices[item], 0, counts[item]);
            medians[item] = counts[item] == 0 ? "" : Float.toString(prices[item][(counts[item] - 1) / 2]);
        }
        columns.put(Catalog.PRICE, medians);
        return new Catalog(items.ids(), columns);
    }
}
