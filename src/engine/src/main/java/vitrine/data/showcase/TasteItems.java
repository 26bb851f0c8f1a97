package vitrine.data.showcase;

import java.util.ArrayList;
import java.util.List;
import vitrine.run.SeededRandom;

/** Every open item weighs e^2 when its category is one the shopper likes, else 0.2. */
final class TasteItems implements ItemSource {
    static final double LIKED = StrictMath.exp(2);
    static final double OTHER = 0.2;

    private final List<List<Integer>> byCategory = new ArrayList<>();
    private final int[] categoryOf;
    private final boolean[] open;

    TasteItems(int[] openItems, List<Product> products, int categories) {
        this.categoryOf = products.stream().mapToInt(Product::category).toArray();
        this.open = new boolean[products.size()];
        for (int category = 0; category < categories; category++) {
            byCategory.add(new ArrayList<>());
        }
        for (int item : openItems) {
            open[item] = true;
            byCategory.get(categoryOf[item]).add(item);
        }
    }

    @Override
    public int draw(Situation situation, SeededRandom random) {
        double left = random.nextDouble() * total(situation.shopper());
        int last = 0;
        for (int category = 0; category < byCategory.size(); category++) {
            double mass = mass(category, situation.shopper());
            if (mass > 0) {
                last = category;
            }
            left -= mass;
            if (left < 0) {
                break;
            }
        }
        List<Integer> shelf = byCategory.get(last);
        return shelf.get(random.nextInt(shelf.size()));
    }

    @Override
    public double probability(int item, Situation situation) {
        return open[item] ? weight(categoryOf[item], situation.shopper()) / total(situation.shopper()) : 0;
    }

    private double total(Shopper shopper) {
        double sum = 0;
        for (int category = 0; category < byCategory.size(); category++) {
            sum += mass(category, shopper);
        }
        return sum;
    }

    private double mass(int category, Shopper shopper) {
        return byCategory.get(category).size() * weight(category, shopper);
    }

    private static double weight(int category, Shopper shopper) {
        return shopper.liked().contains(category) ? LIKED : OTHER;
    }
}
