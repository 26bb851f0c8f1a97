package vitrine.data.showcase;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The small tables beside the log: products, people, rules. No value needs quoting. */
final class ShopTables {
    static final String ITEMS = "items.csv";
    static final String USERS = "users.csv";
    static final String RULES = "rules.csv";

    private ShopTables() {}

    static String price(Product product) {
        int cents = product.priceCents();
        return cents / 100 + "." + Integer.toString(100 + cents % 100).substring(1);
    }

    static void writeItems(OutputStream out, List<Product> products) throws IOException {
        List<Department> departments = Department.all();
        StringBuilder text = new StringBuilder("item,title,price,brand,category\n");
        for (Product product : products) {
            line(
                    text,
                    product.id(),
                    product.title(),
                    price(product),
                    product.brand(),
                    departments.get(product.category()).category());
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void writeUsers(OutputStream out, Population population) throws IOException {
        out.write("user,segment,region\n".getBytes(StandardCharsets.UTF_8));
        for (int index = 0; index < population.size(); index++) {
            Shopper shopper = population.shopper(index);
            StringBuilder text = new StringBuilder();
            line(text, shopper.id(), shopper.segmentName(), shopper.regionName());
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    static void writeRules(OutputStream out, List<Rule> rules, List<Product> products) throws IOException {
        StringBuilder text = new StringBuilder("kind,a,a2,target,segment\n");
        for (Rule rule : rules) {
            line(
                    text,
                    rule.kind().label(),
                    products.get(rule.first()).id(),
                    rule.second() == Rule.NONE
                            ? ""
                            : products.get(rule.second()).id(),
                    products.get(rule.target()).id(),
                    rule.segment() == Rule.NONE ? "" : Shopper.SEGMENTS.get(rule.segment()));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder text, String... values) {
        text.append(String.join(",", values)).append('\n');
    }
}
