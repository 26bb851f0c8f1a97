package vitrine.data.showcase;

import java.util.Set;

/**
 * What the next ordinary event depends on.
 *
 * @param stopped items that an inhibitor has ended for this shopper; read, never kept
 */
record Situation(Shopper shopper, Daypart daypart, Set<Integer> stopped) {}
