package vitrine.assess;

import java.util.Arrays;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found for each user, so that models can be compared pair by pair.
 *
 * @param users user numbers, ascending
 * @param measures a measure's name to one value a user, in the order of {@code users}; NaN where a user has none
 * @param lists the first k of all items for each user, item numbers, best first; no lists where only some items were ranked
 */
public record UserMeasures(int[] users, SortedMap<String, double[]> measures, int[][] lists) {
    /** Equal when every number is. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserMeasures o
                && Arrays.equals(users, o.users)
                && Arrays.deepEquals(lists, o.lists)
                && measures.keySet().equals(o.measures.keySet())
                && measures.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), o.measures.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(users) * 31 + Arrays.deepHashCode(lists);
    }

    @Override
    public String toString() {
        return "UserMeasures of " + users.length + " users: " + measures.keySet();
    }
}
