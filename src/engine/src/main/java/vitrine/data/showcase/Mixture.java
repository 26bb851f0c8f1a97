package vitrine.data.showcase;

import java.util.List;
import vitrine.run.SeededRandom;

/**
 * Where ordinary events come from: first a mechanism m by its share pi_m, then an item by its distribution p_m. Backwards
 * (Bayes), the responsibility of m for a seen item is {@code pi_m p_m(item) / sum_k pi_k p_k(item)}, all in the same
 * situation: a trigger that is also popular is not wholly the work of {@link Mechanism#SOURCES}.
 */
final class Mixture {
    private static final List<Mechanism> ORDINARY = List.of(
            Mechanism.POPULARITY,
            Mechanism.SOURCES,
            Mechanism.STAPLES,
            Mechanism.TASTE,
            Mechanism.REGION,
            Mechanism.DAYPART,
            Mechanism.NOISE);

    private final ItemSource[] sources = new ItemSource[ORDINARY.size()];

    Mixture(ItemRoles roles, List<Product> products, int categories) {
        int items = products.size();
        set(Mechanism.POPULARITY, new PopularItems(roles.open(), items));
        set(Mechanism.SOURCES, GroupedItems.everywhere(roles.triggers(), items));
        set(
                Mechanism.STAPLES,
                new GroupedItems(
                        roles.staples(), items, situation -> situation.shopper().segment()));
        set(Mechanism.TASTE, new TasteItems(roles.open(), products, categories));
        set(
                Mechanism.REGION,
                new GroupedItems(
                        roles.regional(),
                        items,
                        situation -> situation.shopper().region()));
        set(
                Mechanism.DAYPART,
                new GroupedItems(
                        roles.daily(), items, situation -> situation.daypart().ordinal()));
        set(Mechanism.NOISE, GroupedItems.everywhere(roles.open(), items));
    }

    private void set(Mechanism mechanism, ItemSource source) {
        sources[mechanism.ordinal()] = source;
    }

    Mechanism drawMechanism(SeededRandom random) {
        double left = random.nextDouble();
        for (Mechanism mechanism : ORDINARY) {
            left -= mechanism.share();
            if (left < 0) {
                return mechanism;
            }
        }
        return Mechanism.NOISE;
    }

    int drawItem(Mechanism mechanism, Situation situation, SeededRandom random) {
        return sources[mechanism.ordinal()].draw(situation, random);
    }

    /** @return one number a {@link Mechanism}, by ordinal, summing to 1 */
    double[] responsibilities(int item, Situation situation) {
        double[] joint = new double[Mechanism.values().length];
        double sum = 0;
        for (Mechanism mechanism : ORDINARY) {
            double p = mechanism.share() * sources[mechanism.ordinal()].probability(item, situation);
            joint[mechanism.ordinal()] = p;
            sum += p;
        }
        for (int m = 0; m < joint.length; m++) {
            joint[m] /= sum;
        }
        return joint;
    }
}
