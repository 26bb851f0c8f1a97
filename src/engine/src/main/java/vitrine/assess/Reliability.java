package vitrine.assess;

import java.util.List;

/**
 * Whether calibrated probabilities came true on the test part: items of equal probability in a bin, how often one of them
 * really was the user's next.
 *
 * <p>A catalogue has many items of tiny probability and few of a large one, so bins are not equally wide but hold each about
 * the same sum of probability: from every bin as many next items are expected.
 *
 * @param users whose held-out item was looked for, each among all items the user has not taken
 * @param bins from the highest probabilities to the lowest
 * @param calibrationError sum over bins of |events expected - events seen|, a share of all events: 0 to 2, lower is better.
 *     (Weighed by items, as in a two-class problem, it would be near 0 for any list: almost no item is the next.)
 * @param chanceError what that would be on average were every probability true: what so few events scatter by themselves
 */
public record Reliability(int users, List<Bin> bins, double calibrationError, double chanceError) {
    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Questions of a user and an item with about the same probability.
     *
     * @param predicted mean probability
     * @param observed share of them that came true
     * @param low of the share, 95 % interval (Wilson)
     * @param high of the share
     * @param n how many of them
     */
    public record Bin(double predicted, double observed, double low, double high, long n) {
        /** Whether the mean probability lies in the interval of what was seen. */
        public boolean holds() {
            return predicted >= low && predicted <= high;
        }
    }

    /** How many bins hold. */
    public int holding() {
        return (int) bins.stream().filter(Bin::holds).count();
    }
}
