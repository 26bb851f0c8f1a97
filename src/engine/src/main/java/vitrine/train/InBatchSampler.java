package vitrine.train;

import vitrine.model.InteractionMatrix;
import vitrine.run.SeededRandom;

/**
 * The other positives of the same batch, each place in the batch with the same probability, those the user has left out
 * (Hidasi and others, 2016): an item is drawn about as often as it is chosen, at no cost. Where the user has every item of
 * the batch, any other item is as likely.
 *
 * <p>When not to use it: with small batches, whose few items repeat; and where popular items must not be pushed down.
 */
public final class InBatchSampler implements NegativeSampler {
    private static final int TRIES = 64;

    private final InteractionMatrix positives;
    private final UniformSampler uniform;

    public InBatchSampler(InteractionMatrix positives) {
        this.positives = positives;
        this.uniform = new UniformSampler(positives);
    }

    @Override
    public int[] sample(int user, int count, int[] batch, SeededRandom random) {
        if (positives.itemsOf(user).length >= positives.items().size()) {
            return new int[0];
        }
        int[] sample = new int[count];
        for (int i = 0; i < count; i++) {
            sample[i] = one(user, batch, random);
        }
        return sample;
    }

    private int one(int user, int[] batch, SeededRandom random) {
        for (int tries = 0; tries < TRIES && batch.length > 0; tries++) {
            int item = batch[random.nextInt(batch.length)];
            if (!positives.contains(user, item)) {
                return item;
            }
        }
        int[] rest = java.util.Arrays.stream(batch)
                .filter(item -> !positives.contains(user, item))
                .toArray();
        return rest.length == 0 ? uniform.one(user, random) : rest[random.nextInt(rest.length)];
    }
}
