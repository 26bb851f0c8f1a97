package vitrine.train;

import vitrine.model.InteractionMatrix;
import vitrine.run.SeededRandom;

/**
 * Items in proportion to {@code n^0.75} where n is the number of users who have the item in training (Mikolov and others,
 * 2013, for words): popular items are told apart more often, rare ones still sometimes. Items nobody has are never drawn,
 * unless the user has all others: then each of the rest is as likely.
 *
 * <p>When not to use it: where the head of the catalogue is what recommendations should contain, since it is pushed down.
 */
public final class PopularitySampler implements NegativeSampler {
    private static final double POWER = 0.75;
    private static final int TRIES = 64;

    private final InteractionMatrix positives;
    private final UniformSampler uniform;
    private final double[] weights;
    private final AliasTable table;

    /** @param positives at least one */
    public PopularitySampler(InteractionMatrix positives) {
        this.positives = positives;
        this.uniform = new UniformSampler(positives);
        int[] counts = positives.itemCounts();
        this.weights = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            // StrictMath: the same bits on every platform.
            weights[i] = StrictMath.pow(counts[i], POWER);
        }
        this.table = new AliasTable(weights);
    }

    @Override
    public int[] sample(int user, int count, int[] batch, SeededRandom random) {
        if (positives.itemsOf(user).length >= weights.length) {
            return new int[0];
        }
        int[] sample = new int[count];
        for (int i = 0; i < count; i++) {
            sample[i] = one(user, random);
        }
        return sample;
    }

    private int one(int user, SeededRandom random) {
        for (int tries = 0; tries < TRIES; tries++) {
            int item = table.next(random);
            if (!positives.contains(user, item)) {
                return item;
            }
        }
        return amongTheRest(user, random);
    }

    /** The same law, by walking through what the user does not have. */
    private int amongTheRest(int user, SeededRandom random) {
        double total = 0;
        int last = -1;
        for (int item = 0; item < weights.length; item++) {
            if (weights[item] > 0 && !positives.contains(user, item)) {
                total += weights[item];
                last = item;
            }
        }
        if (last < 0) {
            return uniform.one(user, random);
        }
        double left = random.nextDouble() * total;
        for (int item = 0; item < last; item++) {
            if (weights[item] > 0 && !positives.contains(user, item)) {
                left -= weights[item];
                if (left < 0) {
                    return item;
                }
            }
        }
        return last;
    }
}
