package vitrine.action;

import java.util.Optional;
import vitrine.data.split.Split;
import vitrine.run.JobContext;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingState;

/**
 * What a model is made from.
 *
 * @param catalogs of the users and items of the split
 * @param from where an earlier training of the same model stopped; empty: from the beginning
 */
record Fitting(
        Split split,
        Catalogs catalogs,
        ParameterValues values,
        long seed,
        JobContext context,
        TrainingListener listener,
        Optional<TrainingState> from) {
    Fitting withContext(JobContext other) {
        return new Fitting(split, catalogs, values, seed, other, listener, from);
    }
}
