package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.split.Split;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.BadInputException;
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
        TrainingSettings t = TrainingSettings.DEFAULTS;
        CnnSettings c = CnnSettings.DEFAULTS;
        return List.of(
                parameter("epochs", t.epochs(), "passes over the data, 1 to 1000"),
                parameter("batch", t.batch(), "examples a step, 2 to 65536"),
                parameter("lr", t.learningRate(), "learning rate of Adam, above 0, at most 1"),
                parameter("negatives", t.negatives(), "sampled negatives a positive, 1 to 100"),
                parameter("patience", t.patience(), "epochs without progress before stopping, 0: never stop early"),
                parameter("weight-decay", t.weightDecay(), "L2 pull towards 0, 0 to 1"),
                parameter("dim", c.dim(), "numbers in a vector, 1 to 256"),
                parameter("filters", c.filters(), "convolution filters, 1 to 512"),
                parameter("kernel", c.kernel(), "convolution width, odd, 1 to 9"),
                parameter("history", c.history(), "longest history looked at, 1 to 200"));
    }

    private static HyperParameter parameter(String name, Object value, String help) {
        return new HyperParameter(name, String.valueOf(value), help);
    }

    @Override
    public FittedModel fit(
            Split split, ParameterValues values, long seed, JobContext context, TrainingListener listener) {
        TrainingSettings training = new TrainingSettings(
                values.integer("epochs"),
                values.integer("batch"),
                values.number("lr"),
                values.integer("negatives"),
                values.integer("patience"),
                values.number("weight-decay"));
        CnnSettings sizes = new CnnSettings(
                values.integer("dim"), values.integer("filters"), values.integer("kernel"), values.integer("history"));
        if (split.trainTargets().length == 0) {
            throw new BadInputException("There is nothing to learn: no interaction counts as a positive. Check --events"
                    + " and --min-value, or use data with more interactions.");
        }
        int users = split.log().users().size();
        int items = split.log().items().size();
        Parameters parameters = Parameters.initial(Cnn.network(users, items, sizes), seed);
        Cnn model = new Cnn(split.log().users(), split.log().items(), sizes, parameters);
        CnnLearner learner = new CnnLearner(model, training, Adam.Form.ALGORITHM_1);
        TrainingHistory history =
                new Trainer(training, seed).train(learner, TrainingData.of(split, seed), context, listener);
        return new FittedModel(model, history, values(training, sizes));
    }

    private static SortedMap<String, Object> values(TrainingSettings t, CnnSettings c) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put("epochs", t.epochs());
        values.put("batch", t.batch());
        values.put("lr", t.learningRate());
        values.put("negatives", t.negatives());
        values.put("patience", t.patience());
        values.put("weight-decay", t.weightDecay());
        values.put("dim", c.dim());
        values.put("filters", c.filters());
        values.put("kernel", c.kernel());
        values.put("history", c.history());
        return values;
    }
}
