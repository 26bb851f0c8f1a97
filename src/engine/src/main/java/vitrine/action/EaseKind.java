package vitrine.action;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.split.Split;
import vitrine.model.Ease;
import vitrine.model.InteractionMatrix;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingHistory;

/** The linear autoencoder in closed form. */
final class EaseKind implements ModelKind {
    private static final String L2 = "l2";

    @Override
    public String name() {
        return Ease.NAME;
    }

    @Override
    public List<HyperParameter> parameters() {
        return List.of(new HyperParameter(
                L2,
                "500",
                "penalty on large weights, counted in users: higher forgets rare pairs; above 0 to 1000000"));
    }

    @Override
    public SortedMap<String, SearchRange> ranges() {
        return new TreeMap<>(Map.of(L2, new SearchRange.LogUniform(10, 10_000)));
    }

    @Override
    public SortedMap<String, Object> recorded(ParameterValues values) {
        double l2 = values.number(L2);
        if (!(l2 > 0 && l2 <= 1_000_000)) {
            throw new WrongUsageException("--l2 must lie above 0 and at most at 1000000, not " + l2 + ".");
        }
        SortedMap<String, Object> parameters = new TreeMap<>();
        parameters.put(L2, l2);
        return parameters;
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        SortedMap<String, Object> parameters = recorded(fitting.values());
        Split split = fitting.split();
        InteractionMatrix matrix = InteractionMatrix.of(split.log(), split.trainTargets());
        Ease model = Ease.fit(matrix, fitting.values().number(L2), fitting.context());
        return new FittedModel(model, TrainingHistory.NONE, parameters);
    }
}
