package vitrine.action;

import static vitrine.action.NeuralParameters.parameter;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import vitrine.data.IdIndex;
import vitrine.model.Bpr;
import vitrine.model.BprSettings;
import vitrine.network.Adam;
import vitrine.run.WrongUsageException;
import vitrine.train.NetworkLearner;
import vitrine.train.Objective;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingSettings;

/** Matrix factorisation by pairs. */
final class BprKind implements ModelKind {
    private static final String FACTORS = "factors";
    private static final String L2 = "l2";
    private static final String DECAY = "weight-decay";

    private static final NeuralParameters TEACHING =
            new NeuralParameters(new TrainingSettings(60, 256, 1e-3, 1, 10, 0));

    /** The paper's pull acts on the vectors an example reads, the engine's on all: {@value #L2} stands in for it. */
    private static final List<HyperParameter> ALL = Stream.concat(
                    TEACHING.shown().stream().filter(p -> !p.name().equals(DECAY)),
                    Stream.of(
                            parameter(FACTORS, BprSettings.DEFAULTS.factors(), "numbers in a vector, 1 to 1024"),
                            parameter(
                                    L2, "0.01", "L2 pull on a user's vector for each of the user's examples, 0 to 10")))
            .toList();

    @Override
    public String name() {
        return Bpr.NAME;
    }

    @Override
    public Objective objective() {
        return Objective.PAIRWISE;
    }

    @Override
    public List<HyperParameter> parameters() {
        return ALL;
    }

    @Override
    public List<HyperParameter> furtherParameters() {
        return TEACHING.further();
    }

    @Override
    public SortedMap<String, SearchRange> ranges() {
        SortedMap<String, SearchRange> ranges = ModelKind.super.ranges();
        ranges.put(L2, new SearchRange.LogUniform(1e-4, 1));
        return ranges;
    }

    @Override
    public SortedMap<String, Object> recorded(ParameterValues values) {
        SortedMap<String, Object> recorded = TEACHING.record(NeuralParameters.training(values, 0));
        recorded.remove(DECAY);
        recorded.put(FACTORS, new BprSettings(values.integer(FACTORS)).factors());
        recorded.put(L2, l2(values));
        return recorded;
    }

    private static double l2(ParameterValues values) {
        double l2 = values.number(L2);
        if (!(l2 >= 0 && l2 <= 10)) {
            throw new WrongUsageException("--l2 must lie between 0 and 10 for bpr, not " + l2 + ".");
        }
        return l2;
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        SortedMap<String, Object> recorded = recorded(fitting.values());
        NeuralFit.requireTargets(fitting.split());
        IdIndex users = fitting.split().log().users();
        IdIndex items = fitting.split().log().items();
        // A user stands in one of so many examples on average; the pull on all rows at once is as strong.
        double decay = l2(fitting.values()) / users.size();
        TrainingSettings training = NeuralParameters.training(fitting.values(), decay);
        BprSettings sizes = new BprSettings(fitting.values().integer(FACTORS));
        Bpr model = new Bpr(users, items, sizes, Bpr.initial(users.size(), items.size(), sizes, fitting.seed()));
        NetworkLearner learner =
                new NetworkLearner(model, objective(), training, Adam.Form.ALGORITHM_1, fitting.seed());
        TrainingHistory history = NeuralFit.teach(learner, training, fitting);
        return new FittedModel(model, history, recorded);
    }
}
