package vitrine.data.showcase;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import vitrine.run.SeededRandom;

/** Who shops here: segment, region and liked categories drawn uniformly, each user from a stream of its own. */
final class Population {
    static final int LIKED_CATEGORIES = 4;

    private final long seed;
    private final int size;
    private final int categories;
    private final IdFormat ids;

    Population(long seed, int size, int categories) {
        this.seed = seed;
        this.size = size;
        this.categories = categories;
        this.ids = new IdFormat("u", size);
    }

    int size() {
        return size;
    }

    /** The same shopper whenever asked, so that a million of them need no memory. */
    Shopper shopper(int index) {
        SeededRandom random = SeededRandom.stream(seed, "shopper", index);
        int segment = random.nextInt(Shopper.SEGMENTS.size());
        int region = random.nextInt(Shopper.REGIONS.size());
        int[] order = new int[categories];
        Arrays.setAll(order, c -> c);
        random.shuffle(order);
        Set<Integer> liked = new HashSet<>();
        for (int i = 0; i < LIKED_CATEGORIES; i++) {
            liked.add(order[i]);
        }
        return new Shopper(index, ids.id(index), segment, region, liked);
    }
}
