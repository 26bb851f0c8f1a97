package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import vitrine.data.IdIndex;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.DivergedException;
import vitrine.train.NetworkLearner;
import vitrine.train.NeuMfPretraining;
import vitrine.train.TrainingData;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingSettings;

/** Neural matrix factorisation. */
final class NeuMfKind implements ModelKind {
    @Override
    public String name() {
        return NeuMf.NAME;
    }

    @Override
    public List<HyperParameter> parameters() {
        return NeuMfParameters.ALL;
    }

    @Override
    public List<HyperParameter> furtherParameters() {
        return NeuMfParameters.FURTHER;
    }

    @Override
    public SortedMap<String, Object> recorded(ParameterValues values) {
        TrainingSettings training = NeuralParameters.training(values);
        return NeuMfParameters.record(
                training, NeuMfParameters.sizes(values), NeuMfParameters.pretrainEpochs(values, training));
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        TrainingSettings asked = NeuralParameters.training(fitting.values());
        NeuMfSettings sizes = NeuMfParameters.sizes(fitting.values());
        NeuralFit.requireTargets(fitting.split());
        IdIndex users = fitting.split().log().users();
        IdIndex items = fitting.split().log().items();
        Parameters parameters = Parameters.initial(NeuMf.network(users.size(), items.size(), sizes), fitting.seed());
        int pretrainEpochs = NeuMfParameters.pretrainEpochs(fitting.values(), asked);
        TrainingSettings training = asked;
        Fitting joint = fitting;
        if (pretrainEpochs > 0) {
            NeuMfPretraining pretraining = new NeuMfPretraining(asked, pretrainEpochs, fitting.seed());
            training = pretraining.joint();
            if (fitting.from().isEmpty()) {
                TrainingData data = TrainingData.of(fitting.split(), fitting.seed());
                pretraining.run(users, items, sizes, parameters, data, fitting.context(), fitting.listener());
                joint = fitting.withContext(pretraining.behind(fitting.context()));
            }
        }
        NeuMf model = new NeuMf(users, items, sizes, parameters);
        NetworkLearner learner = new NetworkLearner(model, training, Adam.Form.ALGORITHM_1, fitting.seed());
        try {
            TrainingHistory history = NeuralFit.teach(learner, training, joint);
            return new FittedModel(model, history, recorded(fitting.values()));
        } catch (DivergedException e) {
            throw e.asked(asked.learningRate());
        }
    }
}
