package vitrine.data.showcase;

import java.util.List;
import java.util.Set;

/**
 * One user of the shop.
 *
 * @param index from 0, in id order
 * @param segment index in {@link #SEGMENTS}
 * @param region index in {@link #REGIONS}
 * @param liked the four categories this shopper likes
 */
record Shopper(int index, String id, int segment, int region, Set<Integer> liked) {
    static final List<String> SEGMENTS = List.of("families", "students", "makers", "travellers");
    static final List<String> REGIONS = List.of("North", "South", "East", "West", "Coast", "Highlands");

    Shopper {
        liked = Set.copyOf(liked);
    }

    String segmentName() {
        return SEGMENTS.get(segment);
    }

    String regionName() {
        return REGIONS.get(region);
    }
}
