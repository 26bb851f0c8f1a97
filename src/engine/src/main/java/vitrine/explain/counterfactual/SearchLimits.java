package vitrine.explain.counterfactual;

/**
 * How far a search goes.
 *
 * @param maxSize sets of up to so many changes are all tried, unless proved useless; 1 to {@value #LARGEST}
 * @param questions most questions put to the model; when they are used up the answer is the best found
 */
public record SearchLimits(int maxSize, int questions) {
    public static final int LARGEST = 6;
    public static final SearchLimits DEFAULT = new SearchLimits(3, 20_000);

    public SearchLimits {
        if (maxSize < 1 || maxSize > LARGEST || questions < 1) {
            throw new IllegalArgumentException(
                    "sizes must lie in 1 to " + LARGEST + " and questions be above 0: " + maxSize + ", " + questions);
        }
    }
}
