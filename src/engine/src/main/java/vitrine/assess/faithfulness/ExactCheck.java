package vitrine.assess.faithfulness;

import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.model.LinearRecommender;
import vitrine.model.Part;

/** Whether an explanation of a linear model is the formula itself. */
final class ExactCheck {
    private static final double TOLERANCE = 1e-6;

    private ExactCheck() {}

    /**
     * Every history contribution within 1e-6 of the formula, the formula's sum equal to what the history does to the
     * score (so that a wrong formula does not vouch for itself), and the other parts making up the rest. A formula
     * that gives every item 0 says nothing and does not count.
     *
     * @param full f(x)
     * @param empty f(empty history, same user)
     * @param reference f(empty history, unknown user)
     */
    static boolean holds(
            LinearRecommender model, Explanation explanation, double full, double empty, double reference) {
        double[] exact = model.exactContributions(
                explanation.request().query(), explanation.request().item());
        double[] claimed = new double[exact.length];
        double others = 0;
        boolean hasOthers = false;
        for (Contribution part : explanation.contributions()) {
            if (part.kind() == Part.Kind.HISTORY) {
                claimed[part.index()] = part.value();
            } else {
                others += part.value();
                hasOthers = true;
            }
        }
        double sum = 0;
        boolean saysSomething = false;
        for (int i = 0; i < exact.length; i++) {
            if (!isClose(claimed[i], exact[i])) {
                return false;
            }
            sum += exact[i];
            saysSomething |= exact[i] != 0;
        }
        return saysSomething && isClose(sum, full - empty) && (!hasOthers || isClose(others, empty - reference));
    }

    private static boolean isClose(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE;
    }
}
