package vitrine.action;

import java.util.List;
import java.util.TreeMap;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.model.Popularity;
import vitrine.run.JobContext;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;

/** The popularity yardstick. */
final class PopularityKind implements ModelKind {
    @Override
    public String name() {
        return Popularity.NAME;
    }

    @Override
    public List<HyperParameter> parameters() {
        return List.of();
    }

    @Override
    public FittedModel fit(
            Split split, ParameterValues values, long seed, JobContext context, TrainingListener listener) {
        InteractionMatrix matrix = InteractionMatrix.of(split.log(), split.trainTargets());
        return new FittedModel(Popularity.fit(matrix), TrainingHistory.NONE, new TreeMap<>());
    }
}
