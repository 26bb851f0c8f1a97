package vitrine.train;

import vitrine.model.InteractionMatrix;
import vitrine.run.SeededRandom;

/** Every item that is no training positive of the user with the same probability. */
public final class UniformSampler implements NegativeSampler {
    private static final int TRIES = 64;
    private final InteractionMatrix positives;
    private final int items;

    public UniformSampler(InteractionMatrix positives) {
        this.positives = positives;
        this.items = positives.items().size();
    }

    @Override
    public int[] sample(int user, int count, int[] batch, SeededRandom random) {
        if (positives.itemsOf(user).length >= items) {
            return new int[0];
        }
        int[] sample = new int[count];
        for (int i = 0; i < count; i++) {
            sample[i] = one(user, random);
        }
        return sample;
    }

    /** Outside of any batch. */
    public int[] sample(int user, int count, SeededRandom random) {
        return sample(user, count, new int[0], random);
    }

    /** For a user who does not have everything. */
    int one(int user, SeededRandom random) {
        for (int tries = 0; tries < TRIES; tries++) {
            int item = random.nextInt(items);
            if (!positives.contains(user, item)) {
                return item;
            }
        }
        // A user with nearly everything: count through what is left instead of guessing for ever.
        int[] owned = positives.itemsOf(user);
        int item = random.nextInt(items - owned.length);
        for (int i = 0; i < owned.length && owned[i] <= item; i++) {
            item++;
        }
        return item;
    }
}
