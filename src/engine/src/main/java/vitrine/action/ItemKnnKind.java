package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.model.ItemKnn;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;

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
    public FittedModel fit(
            Split split, ParameterValues values, long seed, JobContext context, TrainingListener listener) {
        int neighbours = values.integer(NEIGHBOURS);
        if (neighbours < 1 || neighbours > 10_000) {
            throw new WrongUsageException("--neighbours must lie between 1 and 10000, not " + neighbours + ".");
        }
        InteractionMatrix matrix = InteractionMatrix.of(split.log(), split.trainTargets());
        SortedMap<String, Object> parameters = new TreeMap<>();
        parameters.put(NEIGHBOURS, neighbours);
        return new FittedModel(ItemKnn.fit(matrix, neighbours, context), TrainingHistory.NONE, parameters);
    }
}
