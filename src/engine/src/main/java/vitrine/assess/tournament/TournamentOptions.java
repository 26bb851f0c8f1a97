package vitrine.assess.tournament;

import java.util.List;

/**
 * How methods are compared.
 *
 * @param seeds of the explainers, one explanation each; a method that does not draw is asked once
 * @param budget most calls of the model an explanation, see {@link Budget}
 * @param randomOrders random orders that the random control is the mean of
 * @param infidelityDraws random removals infidelity is the mean of
 * @param minimumK least K of POS and NEG; K is the original rank where that is larger
 * @param seed of everything but the explainers: control orders, ties, removals, starting values, bootstrap
 */
public record TournamentOptions(
        List<Long> seeds, int budget, int randomOrders, int infidelityDraws, int minimumK, long seed) {
    public TournamentOptions {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || budget < 1 || randomOrders < 1 || infidelityDraws < 1 || minimumK < 1) {
            throw new IllegalArgumentException("a tournament needs at least one seed, and numbers of at least 1");
        }
    }

    /** 10 random orders, 100 removals, K at least 5. */
    public static TournamentOptions of(List<Long> seeds, int budget, long seed) {
        return new TournamentOptions(seeds, budget, 10, 100, 5, seed);
    }
}
