package vitrine.data.showcase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vitrine.run.SeededRandom;

/**
 * Fills the shelves: every category gets an equal share of the items (one more for the first ones where it does not
 * divide), every item a unique title, an invented brand and a price. The id says nothing about the category
 * or about the part the item plays in the planted causes.
 */
final class CatalogueMaker {
    private static final List<String> COLOURS = List.of(
            "Sage",
            "Cream",
            "Navy",
            "Rust",
            "Slate Grey",
            "Mustard Yellow",
            "Blush",
            "Forest Green",
            "Sky Blue",
            "Charcoal Black",
            "Ivory",
            "Plum");
    private static final List<String> BRANDS = List.of(
            "Velmora",
            "Tarnhook",
            "Osselby",
            "Quillane",
            "Brindlewick",
            "Norvask",
            "Pellafine",
            "Hartlow & Moss",
            "Yarrowmere",
            "Cindrel",
            "Ostermoor",
            "Lumbrike",
            "Fennarch",
            "Dovelly",
            "Saltcombe & Daughters",
            "Thrushfield",
            "Merriweld",
            "Kestowe",
            "Wrenhollow",
            "Ambleforge");
    private static final int BRANDS_PER_CATEGORY = 4;
    private static final int[] PRICE_POINTS = {
        199, 299, 399, 499, 699, 999, 1299, 1499, 1999, 2499, 2999, 3999, 4999, 5999, 7999, 9999
    };
    private static final double PRICE_SPREAD = 0.45;

    private final long seed;
    private final List<Department> departments = Department.all();

    CatalogueMaker(long seed) {
        this.seed = seed;
    }

    /** @return {@code count} products in id order */
    List<Product> make(int count) {
        int[] categoryOf = new int[count];
        for (int item = 0; item < count; item++) {
            categoryOf[item] = item % departments.size();
        }
        SeededRandom.stream(seed, "categories", 0).shuffle(categoryOf);
        int[][] pairs = new int[departments.size()][];
        Arrays.setAll(pairs, this::shuffledPairs);
        int[] used = new int[departments.size()];
        IdFormat ids = new IdFormat("i", count);
        SeededRandom random = SeededRandom.stream(seed, "prices and brands", 0);
        List<Product> products = new ArrayList<>(count);
        for (int item = 0; item < count; item++) {
            int category = categoryOf[item];
            String title = title(departments.get(category), pairs[category], used[category]++);
            String brand = BRANDS.get((category * 3 + random.nextInt(BRANDS_PER_CATEGORY)) % BRANDS.size());
            products.add(new Product(ids.id(item), title, brand, category, price(category, random)));
        }
        return products;
    }

    private int[] shuffledPairs(int category) {
        Department department = departments.get(category);
        int[] pairs = new int[department.qualities().size() * department.goods().size()];
        Arrays.setAll(pairs, i -> i);
        SeededRandom.stream(seed, "titles", category).shuffle(pairs);
        return pairs;
    }

    /** Quality and good; past the last pair again with a colour, past the last colour with a number. */
    private static String title(Department department, int[] pairs, int use) {
        int pair = pairs[use % pairs.length];
        int round = use / pairs.length;
        String plain = department.qualities().get(pair % department.qualities().size())
                + " "
                + department.goods().get(pair / department.qualities().size());
        if (round == 0) {
            return plain;
        }
        String coloured = plain + " in " + COLOURS.get((round - 1) % COLOURS.size());
        int series = (round - 1) / COLOURS.size();
        return series == 0 ? coloured : String.format(Locale.ROOT, "%s No. %d", coloured, series + 1);
    }

    /** Log-normal around the category's middle, then the nearest price point by ratio. */
    private int price(int category, SeededRandom random) {
        double cents = departments.get(category).priceCents() * StrictMath.exp(PRICE_SPREAD * random.nextGaussian());
        int best = PRICE_POINTS[0];
        for (int point : PRICE_POINTS) {
            best = ratio(point, cents) < ratio(best, cents) ? point : best;
        }
        return best;
    }

    private static double ratio(double a, double b) {
        return Math.max(a, b) / Math.min(a, b);
    }
}
