package vitrine.train;

import vitrine.model.InteractionMatrix;
import vitrine.run.SeededRandom;

/**
 * Uniform negatives that are no training positive of the user. Held-out items may be drawn: leaving them out would leak
 * them. Ends for a user who has everything: such a user gets no negatives.
 */
public final class NegativeSampler {
    private static final int TRIES = 64;
    private final InteractionMatrix positives;
    private final int items;

    public NegativeSampler(InteractionMatrix positives) {
        this.positives = positives;
        this.items = positives.items().size();
    }

    /** @return {@code count} item numbers, possibly repeated, or none when the user has every item */
    public int[] sample(int user, int count, SeededRandom random) {
        if (positives.itemsOf(user).length >= items) {
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
