package vitrine.action;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.data.split.Split;
import vitrine.model.DeepContext;
import vitrine.model.DeepContextSettings;
import vitrine.model.FeatureSpace;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.train.HiddenFeatures;
import vitrine.train.NetworkLearner;
import vitrine.train.Objective;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingSettings;

/** The deep network over attributes and context. */
final class ContextKind implements ModelKind {
    @Override
    public String name() {
        return DeepContext.NAME;
    }

    @Override
    public List<HyperParameter> parameters() {
        return ContextParameters.ALL;
    }

    @Override
    public List<HyperParameter> furtherParameters() {
        return ContextParameters.FURTHER;
    }

    @Override
    public SortedMap<String, SearchRange> ranges() {
        SortedMap<String, SearchRange> ranges = ModelKind.super.ranges();
        ranges.put("batch", new SearchRange.Choice(List.of("256", "512", "1024", "2048")));
        ranges.put("layers", new SearchRange.Choice(List.of("32,16", "64,32", "128,64", "64,32,16")));
        ranges.put(ContextParameters.ID_DROPOUT, new SearchRange.Choice(List.of("0", "0.05", "0.1", "0.2", "0.5")));
        return ranges;
    }

    @Override
    public SortedMap<String, Object> recorded(ParameterValues values) {
        return ContextParameters.record(values);
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        SortedMap<String, Object> recorded = recorded(fitting.values());
        TrainingSettings training = NeuralParameters.training(fitting.values());
        DeepContextSettings sizes = ContextParameters.sizes(fitting.values());
        double idDropout = ContextParameters.idDropout(fitting.values());
        Split split = fitting.split();
        NeuralFit.requireTargets(split);
        InteractionLog log = split.log();
        FeatureSpace features = FeatureSpace.of(
                log,
                fitting.catalogs().users(),
                fitting.catalogs().items(),
                row -> !split.hidden().get(row));
        IdIndex users = log.users();
        IdIndex items = log.items();
        BitSet knownUsers = new BitSet();
        BitSet knownItems = new BitSet();
        for (int row : split.trainTargets()) {
            knownUsers.set(log.user(row), idDropout < 1);
            knownItems.set(log.item(row), idDropout < 1);
        }
        Parameters parameters =
                Parameters.initial(DeepContext.network(users.size(), items.size(), sizes, features), fitting.seed());
        DeepContext model = new DeepContext(users, items, sizes, features, knownUsers, knownItems, parameters);
        NetworkLearner learner = new NetworkLearner(
                model,
                Objective.POINTWISE,
                new HiddenFeatures(features, idDropout),
                training,
                Adam.Form.ALGORITHM_1,
                fitting.seed());
        TrainingHistory history = NeuralFit.teach(learner, training, fitting);
        return new FittedModel(model, history, recorded);
    }
}
