package vitrine.data.showcase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vitrine.data.EventType;
import vitrine.run.SeededRandom;

/**
 * Turns the purchases of one visit into the rows of a log. The first time a shopper buys an item, a view precedes the
 * purchase, and in three of ten cases a cart between the two (the others buy at once); buying it again is a reorder, one
 * row. All purchases of a visit share one moment, all views and carts come before it, at fixed minutes of the visit's ten.
 * So the items a shopper met, in order, are the same whether one reads all rows or the purchases only.
 */
final class Funnel {
    static final double CART_SHARE = 0.3;
    static final int VIEW_MINUTE = 1;
    static final int CART_MINUTE = 4;
    static final int PURCHASE_MINUTE = 7;
    private static final double ONE = 0.85;
    private static final double TWO = 0.95;

    /** @param minute since the beginning of the year */
    record Row(int minute, int item, EventType event, int quantity) {}

    private final SeededRandom random;

    Funnel(SeededRandom random) {
        this.random = random;
    }

    /** @param basket the purchases of one visit, at least one */
    List<Row> rows(List<Purchase> basket) {
        int start = basket.get(0).minute();
        int moment = start + PURCHASE_MINUTE;
        List<Row> rows = new ArrayList<>(3);
        for (Purchase purchase : basket) {
            int quantity = quantity();
            if (purchase.first()) {
                rows.add(new Row(start + VIEW_MINUTE, purchase.item(), EventType.VIEW, 1));
                if (random.nextDouble() < CART_SHARE) {
                    rows.add(new Row(start + CART_MINUTE, purchase.item(), EventType.CART, quantity));
                }
            }
            rows.add(new Row(moment, purchase.item(), EventType.PURCHASE, quantity));
        }
        rows.sort(Comparator.comparingInt(Row::minute));
        return rows;
    }

    private int quantity() {
        double u = random.nextDouble();
        return u < ONE ? 1 : u < TWO ? 2 : 3;
    }
}
