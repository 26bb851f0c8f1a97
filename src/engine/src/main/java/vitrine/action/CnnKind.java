package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import vitrine.data.IdIndex;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.train.CnnLearner;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingSettings;

/** The article's model. */
final class CnnKind implements ModelKind {
    @Override
    public String name() {
        return Cnn.NAME;
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
        Parameters parameters = Parameters.initial(Cnn.network(users.size(), items.size(), sizes), fitting.seed());
        Cnn model = new Cnn(users, items, sizes, parameters);
        CnnLearner learner = new CnnLearner(model, training, Adam.Form.ALGORITHM_1);
        TrainingHistory history = NeuralFit.teach(learner, training, fitting);
        return new FittedModel(model, history, recorded(fitting.values()));
    }
}
