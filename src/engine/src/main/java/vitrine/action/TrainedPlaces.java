package vitrine.action;

import vitrine.data.InteractionLog;
import vitrine.model.ContextRecommender;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;

/** Whether data name regions and devices as those did that a model was trained on; a data fingerprint does not cover them. */
final class TrainedPlaces {
    private TrainedPlaces() {}

    /** Whether no region or device of {@code log} would be taken for another. */
    static boolean fit(Recommender model, InteractionLog log) {
        return !(model instanceof ContextRecommender context)
                || context.features().fits(log);
    }

    /**
     * @param file for the message: where the model was read from
     * @throws CannotAnswerException when a region or device of {@code log} would be taken for another
     */
    static void require(String file, Recommender model, InteractionLog log) {
        if (!fit(model, log)) {
            throw new CannotAnswerException(refusal(file));
        }
    }

    static String refusal(String file) {
        return file + " was trained on other regions or devices: the context of an event"
                + " would mean something else here. Give the same data options as in training.";
    }
}
