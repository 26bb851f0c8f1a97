package vitrine.explain.control;

import vitrine.explain.Explainer;

/** A method that reads the training interactions; {@link #objection} has one until it was given them. */
public interface StatisticsExplainer extends Explainer {
    /** The same method, ready for models trained on these interactions. */
    Explainer over(ItemStatistics given);
}
