package vitrine.assess.tournament;

import java.util.Arrays;
import java.util.Optional;

/**
 * A method or a control with what was measured of it.
 *
 * @param control a yardstick: random, popularity, cosine
 * @param byUser by {@link Measure} ordinal, then by user (the same users for all); means over seeds and recommendations of
 *     one user; NaN where not measured
 * @param randomisation empty for controls and where nothing could be compared
 */
public record Contestant(String name, boolean control, double[][] byUser, Optional<RandomisationCheck> randomisation) {
    /** One value a user. */
    public double[] values(Measure measure) {
        return byUser[measure.ordinal()].clone();
    }

    /** Users for whom there is a value of F. */
    public int users() {
        return (int) Arrays.stream(byUser[Measure.F.ordinal()])
                .filter(Double::isFinite)
                .count();
    }

    /** Values of this less those of the other, for the users both have. */
    public double[] differences(Contestant other, Measure measure) {
        double[] own = byUser[measure.ordinal()];
        double[] others = other.byUser[measure.ordinal()];
        double[] differences = new double[own.length];
        Arrays.setAll(differences, user -> own[user] - others[user]);
        return Arrays.stream(differences).filter(Double::isFinite).toArray();
    }
}
