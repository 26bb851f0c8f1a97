package vitrine.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code assess}.
 *
 * @param model the model's kind
 * @param modelSha256 of the model file: what the verdicts are about
 * @param users measured: the units of every mean and test
 * @param notTestable recommendations left out because the history hardly moves their score
 * @param foldedIn whether what is explained is a vector fitted to the history
 * @param budget most calls of the model an explanation
 * @param seeds of explainers that draw
 * @param layers in the order in which they forget in the check of randomisation
 * @param table methods, then controls
 * @param significance paired tests over users
 * @param notFitting methods that were not asked for and do not fit the model, with the reason
 */
public record AssessResult(
        String model,
        String modelSha256,
        int users,
        int notTestable,
        int itemsPerUser,
        boolean foldedIn,
        int budget,
        List<Long> seeds,
        long seed,
        List<String> layers,
        List<Row> table,
        List<Difference> significance,
        List<NotFitting> notFitting,
        double seconds) {
    /** Mean and standard deviation over users; null where there was nothing to measure. */
    public record Spread(@Nullable Double mean, @Nullable Double sd) {}

    /**
     * One method or control.
     *
     * @param control a yardstick: cosine, popularity or random
     * @param users it could answer for
     * @param f INS - DEL, the headline
     * @param infidelity normalised; null for controls, which claim no amounts
     * @param sanity null for controls
     * @param evaluations times the model was asked for scores; null where it could not be counted
     * @param gradients times it was asked for a gradient
     * @param withinBudget null where it could not be counted
     * @param verdict of the method on this model: red, amber, green; null for controls, and below 20 users
     */
    public record Row(
            String method,
            boolean control,
            int users,
            Spread pos5,
            Spread neg5,
            Spread del,
            Spread ins,
            Spread f,
            Spread cdcg,
            Spread infidelity,
            @Nullable Sanity sanity,
            Spread milliseconds,
            Spread evaluations,
            Spread gradients,
            @Nullable Boolean withinBudget,
            @Nullable String verdict) {}

    /**
     * The check of model randomisation.
     *
     * @param mean Spearman's correlation of the contributions' sizes with those of a model that has forgotten everything
     * @param upper upper end of its 95 % interval
     * @param users with at least ten history items
     * @param passes upper below .3; null with fewer than 50 users
     * @param curve correlation after the first, second ... layer has forgotten
     */
    public record Sanity(
            @Nullable Double mean,
            @Nullable Double sd,
            @Nullable Double upper,
            int users,
            @Nullable Boolean passes,
            List<Double> curve) {}

    /**
     * F of {@code a} less F of {@code b} over the users both have.
     *
     * @param family tests corrected together: {@code cosine, popularity, random} (every method against that control) or
     *     {@code methods} (every two methods)
     * @param low lower end of the difference's 95 % interval (bootstrap over users)
     * @param high upper end
     * @param p two-sided, Wilcoxon's signed ranks
     * @param pHolm corrected within the family
     * @param better users for whom {@code a} has the higher F
     * @param worse users for whom {@code b} has
     */
    public record Difference(
            String family,
            String a,
            String b,
            String metric,
            double difference,
            double low,
            double high,
            double p,
            double pHolm,
            String test,
            int n,
            int better,
            int worse) {}

    /** A method that cannot explain this model. */
    public record NotFitting(String method, String reason) {}
}
