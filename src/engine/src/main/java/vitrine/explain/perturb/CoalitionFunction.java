package vitrine.explain.perturb;

/**
 * A score as a function of which parts are present; an absent part stands at its reference. What perturbation methods
 * are written over, so that the same code runs on a recommender and on the small exact cases of the literature.
 */
public interface CoalitionFunction {
    /** Number of parts. */
    int parts();

    /** @param present one entry a part, not changed */
    double value(boolean[] present);
}
