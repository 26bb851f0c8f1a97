package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.model.Popularity;
import vitrine.train.TrainingHistory;

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
    public SortedMap<String, Object> recorded(ParameterValues values) {
        return new TreeMap<>();
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        Split split = fitting.split();
        InteractionMatrix matrix = InteractionMatrix.of(split.log(), split.trainTargets());
        return new FittedModel(Popularity.fit(matrix), TrainingHistory.NONE, recorded(fitting.values()));
    }
}
