package vitrine.action;

import java.util.List;
import vitrine.data.split.Split;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.JobContext;
import vitrine.train.CnnLearner;
import vitrine.train.Trainer;
import vitrine.train.TrainingData;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;
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
    public FittedModel fit(
            Split split, ParameterValues values, long seed, JobContext context, TrainingListener listener) {
        TrainingSettings training = CnnParameters.training(values);
        CnnSettings sizes = CnnParameters.sizes(values);
        CnnParameters.requireTargets(split);
        int users = split.log().users().size();
        int items = split.log().items().size();
        Parameters parameters = Parameters.initial(Cnn.network(users, items, sizes), seed);
        Cnn model = new Cnn(split.log().users(), split.log().items(), sizes, parameters);
        CnnLearner learner = new CnnLearner(model, training, Adam.Form.ALGORITHM_1);
        TrainingHistory history =
                new Trainer(training, seed).train(learner, TrainingData.of(split, seed), context, listener);
        return new FittedModel(model, history, CnnParameters.record(training, sizes));
    }
}
