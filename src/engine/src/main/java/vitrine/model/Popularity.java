package vitrine.model;

import vitrine.data.IdIndex;

/**
 * Ranks items by the number of users who chose them in training. Ignores the question; the yardstick every model must
 * beat.
 */
public final class Popularity implements Recommender {
    public static final String NAME = "popularity";

    private final IdIndex users;
    private final IdIndex items;
    private final int[] counts;

    /** @param counts number of users of each item */
    public Popularity(IdIndex users, IdIndex items, int[] counts) {
        this.users = users;
        this.items = items;
        this.counts = counts.clone();
    }

    /** From training pairs, each (user, item) once. */
    public static Popularity fit(InteractionMatrix matrix) {
        return new Popularity(matrix.users(), matrix.items(), matrix.itemCounts());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public IdIndex users() {
        return users;
    }

    @Override
    public IdIndex items() {
        return items;
    }

    @Override
    public boolean readsHistory() {
        return false;
    }

    public int[] counts() {
        return counts.clone();
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        for (int i = 0; i < candidates.length; i++) {
            scores[i] = counts[candidates[i]];
        }
    }
}
