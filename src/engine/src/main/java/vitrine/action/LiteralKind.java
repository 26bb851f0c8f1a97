package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import vitrine.data.IdIndex;
import vitrine.model.CnnSettings;
import vitrine.model.LiteralCnn;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.train.NetworkLearner;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingSettings;

/** A literal reading of the article's network: for comparison, measured in the decision record, not for use. */
final class LiteralKind implements ModelKind {
    private final LiteralCnn.Reading reading;

    LiteralKind(LiteralCnn.Reading reading) {
        this.reading = reading;
    }

    @Override
    public String name() {
        return reading.modelName();
    }

    @Override
    public List<HyperParameter> parameters() {
        return CnnParameters.ALL;
    }

    @Override
    public List<HyperParameter> furtherParameters() {
        return CnnParameters.FURTHER;
    }

    @Override
    public SortedMap<String, Object> recorded(ParameterValues values) {
        return CnnParameters.record(NeuralParameters.training(values), CnnParameters.sizes(values));
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        TrainingSettings training = NeuralParameters.training(fitting.values());
        CnnSettings sizes = CnnParameters.sizes(fitting.values());
        NeuralFit.requireTargets(fitting.split());
        IdIndex users = fitting.split().log().users();
        IdIndex items = fitting.split().log().items();
        Parameters parameters =
                Parameters.initial(LiteralCnn.network(users.size(), items.size(), reading, sizes), fitting.seed());
        LiteralCnn model = new LiteralCnn(users, items, reading, sizes, parameters);
        NetworkLearner learner = new NetworkLearner(model, training, Adam.Form.ALGORITHM_1, fitting.seed());
        TrainingHistory history = NeuralFit.teach(learner, training, fitting);
        return new FittedModel(model, history, recorded(fitting.values()));
    }
}
