package vitrine.action;

import java.util.SortedMap;
import vitrine.model.Recommender;
import vitrine.train.TrainingHistory;

/** A model just made, with what happened and every parameter's value. */
record FittedModel(Recommender recommender, TrainingHistory history, SortedMap<String, Object> parameters) {
    /** A whole-number parameter the model has. */
    int integer(String name) {
        if (parameters.get(name) instanceof Integer value) {
            return value;
        }
        throw new IllegalArgumentException("there is no whole number " + name + " in " + parameters);
    }
}
