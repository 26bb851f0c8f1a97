package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import vitrine.data.split.Split;
import vitrine.model.CnnSettings;
import vitrine.model.LiteralCnn;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.JobContext;
import vitrine.train.ExecutorLearner;
import vitrine.train.Trainer;
import vitrine.train.TrainingData;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;
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
    public FittedModel fit(
            Split split, ParameterValues values, long seed, JobContext context, TrainingListener listener) {
        TrainingSettings training = CnnParameters.training(values);
        CnnSettings sizes = CnnParameters.sizes(values);
        CnnParameters.requireTargets(split);
        int users = split.log().users().size();
        int items = split.log().items().size();
        Parameters parameters = Parameters.initial(LiteralCnn.network(users, items, reading, sizes), seed);
        LiteralCnn model = new LiteralCnn(split.log().users(), split.log().items(), reading, sizes, parameters);
        ExecutorLearner learner = new ExecutorLearner(model, training, Adam.Form.ALGORITHM_1);
        TrainingHistory history =
                new Trainer(training, seed).train(learner, TrainingData.of(split, seed), context, listener);
        SortedMap<String, Object> recorded = CnnParameters.record(training, sizes);
        return new FittedModel(model, history, recorded);
    }
}
