package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.model.ItemKnn;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingHistory;

/** The item-neighbour yardstick. */
final class ItemKnnKind implements ModelKind {
    private static final String NEIGHBOURS = "neighbours";

    @Override
    public String name() {
        return ItemKnn.NAME;
    }

    @Override
    public List<HyperParameter> parameters() {
        return List.of(new HyperParameter(
                NEIGHBOURS,
                String.valueOf(ItemKnn.DEFAULT_NEIGHBOURS),
                "most similar items kept for each candidate, 1 to 10000"));
    }

    @Override
    public SortedMap<String, Object> recorded(ParameterValues values) {
        int neighbours = values.integer(NEIGHBOURS);
        if (neighbours < 1 || neighbours > 10_000) {
            throw new WrongUsageException("--neighbours must lie between 1 and 10000, not " + neighbours + ".");
        }
        SortedMap<String, Object> parameters = new TreeMap<>();
        parameters.put(NEIGHBOURS, neighbours);
        return parameters;
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        SortedMap<String, Object> parameters = recorded(fitting.values());
        Split split = fitting.split();
        InteractionMatrix matrix = InteractionMatrix.of(split.log(), split.trainTargets());
        ItemKnn model = ItemKnn.fit(matrix, fitting.values().integer(NEIGHBOURS), fitting.context());
        return new FittedModel(model, TrainingHistory.NONE, parameters);
    }
}
