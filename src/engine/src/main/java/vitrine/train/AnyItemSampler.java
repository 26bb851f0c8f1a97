package vitrine.train;

import vitrine.run.SeededRandom;

/**
 * Every item with the same probability, the user's own included: an even sample of a softmax over the whole catalogue, in
 * which what a user chose at another moment is no answer to this one.
 */
final class AnyItemSampler implements NegativeSampler {
    private final int items;

    AnyItemSampler(int items) {
        this.items = items;
    }

    @Override
    public int[] sample(int user, int count, int[] batch, SeededRandom random) {
        int[] sample = new int[count];
        for (int i = 0; i < count; i++) {
            sample[i] = random.nextInt(items);
        }
        return sample;
    }
}
