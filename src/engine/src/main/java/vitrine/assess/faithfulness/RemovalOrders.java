package vitrine.assess.faithfulness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.model.Part;
import vitrine.run.SeededRandom;

/**
 * Orders in which history positions are removed, most important first. Equal importance is settled by one seeded
 * shuffle, the same for every order: an explanation that says nothing is then worth a random order, and cannot profit
 * from the history being sorted by time.
 */
final class RemovalOrders {
    private final int[] shuffled;
    private final int[] positions;
    private final long seed;

    RemovalOrders(int[] positions, long seed) {
        this.positions = positions.clone();
        this.seed = seed;
        this.shuffled = positions.clone();
        SeededRandom.stream(seed, "tie-order", 0).shuffle(shuffled);
    }

    /** What an explanation gives each place of the history. */
    static double[] contributions(Explanation explanation) {
        double[] contributions = new double[explanation.request().query().history().length];
        for (Contribution part : explanation.contributions()) {
            if (part.kind() == Part.Kind.HISTORY) {
                contributions[part.index()] = part.value();
            }
        }
        return contributions;
    }

    /** Highest importance first. */
    int[] by(IntToDoubleFunction importance) {
        List<Integer> order = new ArrayList<>();
        for (int position : shuffled) {
            order.add(position);
        }
        order.sort(Comparator.comparingDouble((Integer position) -> -importance.applyAsDouble(position)));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] random(int number) {
        int[] order = positions.clone();
        SeededRandom.stream(seed, "random-order", number).shuffle(order);
        return order;
    }
}
