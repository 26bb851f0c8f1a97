package vitrine.assess;

import java.util.SortedMap;

/**
 * What an evaluation found for each user, so that models can be compared pair by pair.
 *
 * @param users user numbers, ascending
 * @param measures a measure's name to one value a user, in the order of {@code users}; NaN where a user has none
 * @param lists the first k of all items for each user, item numbers, best first; no lists where only some items were ranked
 */
public record UserMeasures(int[] users, SortedMap<String, double[]> measures, int[][] lists) {}
