package vitrine.action;

import vitrine.data.InteractionLog;
import vitrine.model.ContextRecommender;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;

/** Whether data name regions and devices as those did that a model was trained on; a data fingerprint does not cover them. */
final class TrainedPlaces {
    private TrainedPlaces() {}

    /**
     * @param file for the message: where the model was read from
     * @throws CannotAnswerException when a region or device of {@code log} would be taken for another
     */
    static void require(String file, Recommender model, InteractionLog log) {
        if (model instanceof ContextRecommender context && !context.features().fits(log)) {
            throw new CannotAnswerException(file + " was trained on other regions or devices: the context of an event"
                    + " would mean something else here. Give the same data options as in training.");
        }
    }
}
