package vitrine.assess.faithfulness;

/**
 * Result of {@link Infidelity}.
 *
 * @param raw mean squared error of the claimed changes, in squared score units
 * @param meanSquaredChange mean square of the true changes
 */
public record InfidelityScore(double raw, double meanSquaredChange) {
    /** 0: the contributions predict every removal; 1: no better than claiming that nothing matters. */
    public double normalised() {
        return raw / meanSquaredChange;
    }
}
