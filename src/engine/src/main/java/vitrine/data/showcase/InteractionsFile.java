package vitrine.data.showcase;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vitrine.run.SeededRandom;

/** {@code interactions.csv}: one row a view, cart or purchase; users in id order, each user's rows in time order. */
final class InteractionsFile {
    static final String NAME = "interactions.csv";
    private static final String HEADER = "user,item,time,event,price,quantity,region\n";
    private static final long YEAR_START = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();

    private final OutputStream out;
    private final List<Product> products;
    private final long seed;
    private long rows;

    InteractionsFile(OutputStream out, List<Product> products, long seed) throws IOException {
        this.out = out;
        this.products = products;
        this.seed = seed;
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    }

    long rows() {
        return rows;
    }

    void write(Shopper shopper, List<Purchase> year) throws IOException {
        Funnel funnel = new Funnel(SeededRandom.stream(seed, "funnel", shopper.index()));
        StringBuilder text = new StringBuilder();
        for (int from = 0, to; from < year.size(); from = to) {
            to = from + 1;
            while (to < year.size() && year.get(to).visit() == year.get(from).visit()) {
                to++;
            }
            for (Funnel.Row row : funnel.rows(year.subList(from, to))) {
                append(text, shopper, row);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void append(StringBuilder text, Shopper shopper, Funnel.Row row) {
        Product product = products.get(row.item());
        text.append(shopper.id()).append(',').append(product.id()).append(',');
        text.append(Instant.ofEpochSecond(YEAR_START + 60L * row.minute())).append(',');
        text.append(row.event().name().toLowerCase(Locale.ROOT)).append(',');
        text.append(ShopTables.price(product))
                .append(',')
                .append(row.quantity())
                .append(',');
        text.append(shopper.regionName()).append('\n');
        rows++;
    }
}
