package vitrine.data.showcase;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code truth.csv}: one line a purchase, in the order of the purchase rows of {@link InteractionsFile}. The key is
 * (user, item): the n-th line of a pair is the user's n-th purchase of the item, which survives sorting and cleaning as
 * a row number would not. Then the mechanism that in fact drew the event, each mechanism's posterior responsibility,
 * and the causing items of a consequence, separated by a space.
 */
final class TruthFile {
    static final String NAME = "truth.csv";

    private final OutputStream out;
    private final List<Product> products;
    private long events;

    TruthFile(OutputStream out, List<Product> products) throws IOException {
        this.out = out;
        this.products = products;
        StringBuilder header = new StringBuilder("user,item,mechanism");
        for (Mechanism mechanism : Mechanism.values()) {
            header.append(',').append(mechanism.label());
        }
        out.write(header.append(",causes\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    long events() {
        return events;
    }

    void write(Shopper shopper, List<Purchase> year) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Purchase purchase : year) {
            text.append(shopper.id()).append(',');
            text.append(products.get(purchase.item()).id()).append(',');
            text.append(purchase.mechanism().label());
            for (int hundredths : RoundedShares.hundredths(purchase.responsibilities())) {
                text.append(',').append(RoundedShares.text(hundredths));
            }
            text.append(',');
            int[] causes = purchase.causes();
            for (int i = 0; i < causes.length; i++) {
                text.append(i == 0 ? "" : " ").append(products.get(causes[i]).id());
            }
            text.append('\n');
            events++;
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
