package vitrine.assess;

import vitrine.data.Catalog;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.model.Recommender;
import vitrine.run.JobContext;

/** A way to measure a recommender: what is held out, among what it is ranked, and which measures follow. */
public interface Protocol {
    /** Printed with every number. */
    String name();

    /** What a model measured this way must have been trained on. */
    Splitter splitter();

    /**
     * @param split of {@link #splitter}, on the data the model was trained on
     * @param items what is known of the items, for measures that need categories
     * @throws vitrine.run.BadInputException when nothing is held out
     */
    Evaluation evaluate(Recommender model, Split split, Catalog items, JobContext context);
}
