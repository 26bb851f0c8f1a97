package vitrine.train;

import java.util.function.IntFunction;
import vitrine.metric.Accuracy;
import vitrine.model.NetworkRecommender;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.network.Adam;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Clipping;
import vitrine.network.OptimizerState;
import vitrine.network.Parameters;
import vitrine.network.Training;
import vitrine.run.Workers;

/**
 * Teaches any {@link NetworkRecommender} with binary cross-entropy and exact Adam, by {@link Training}. Inputs are filled
 * in blocks on all threads, each example at its own place: the same bytes for any number of threads.
 */
public final class NetworkLearner implements Learner {
    private static final int BLOCK = 32;

    private final NetworkRecommender model;
    private final Adam adam;
    private final Training training;
    private final float[] scores;
    private final float[] labels;
    private final ExampleGroup[] groups;
    private final int[] first;

    /** @param seed of dropout and sampling inside the network */
    public NetworkLearner(NetworkRecommender model, TrainingSettings settings, Adam.Form form, long seed) {
        this.model = model;
        this.adam = new Adam(model.network(), settings.learningRate(), form);
        this.groups = new ExampleGroup[settings.groupsPerBatch()];
        this.first = new int[groups.length + 1];
        Clipping clipping = settings.clip() > 0 ? new Clipping.GlobalNorm(settings.clip()) : new Clipping.None();
        this.training = new Training(
                model.network(),
                model.parameters(),
                new BinaryCrossEntropy(),
                adam,
                new Training.Settings(settings.weightDecay(), clipping, seed),
                groups.length * (1 + settings.negatives()));
        this.scores = training.values(model.network().output().name());
        this.labels = training.targets().labels();
    }

    @Override
    public StepOutcome step(int count, IntFunction<ExampleGroup> source, Workers workers) {
        int blocks = (count + BLOCK - 1) / BLOCK;
        workers.forEach(blocks, (block, worker) -> {
            for (int g = block * BLOCK; g < Math.min(count, (block + 1) * BLOCK); g++) {
                groups[g] = source.apply(g);
            }
        });
        for (int g = 0; g < count; g++) {
            first[g + 1] = first[g] + groups[g].candidates().length;
        }
        workers.forEach(blocks, (block, worker) -> {
            for (int g = block * BLOCK; g < Math.min(count, (block + 1) * BLOCK); g++) {
                place(groups[g], first[g]);
            }
        });
        int examples = first[count];
        double loss = training.step(examples, workers);
        model.parametersChanged();
        return new StepOutcome(loss * examples, right(examples), examples);
    }

    private void place(ExampleGroup group, int at) {
        Query query = group.query();
        int[] candidates = group.candidates();
        for (int c = 0; c < candidates.length; c++) {
            model.place(training, at + c, query, candidates[c]);
            labels[at + c] = c == 0 ? 1f : 0f;
        }
    }

    private long right(int examples) {
        long right = 0;
        for (int e = 0; e < examples; e++) {
            right += Accuracy.isRight(scores[e], labels[e] > 0) ? 1 : 0;
        }
        return right;
    }

    @Override
    public NetworkRecommender model() {
        return model;
    }

    @Override
    public Recommender snapshot() {
        return model.with(model.parameters().copy());
    }

    @Override
    public Parameters parameters() {
        return model.parameters();
    }

    @Override
    public Parameters gradients() {
        return training.gradients();
    }

    @Override
    public void parametersChanged() {
        model.parametersChanged();
    }

    @Override
    public void learningRate(double rate) {
        adam.learningRate(rate);
    }

    @Override
    public OptimizerState optimizer() {
        return adam.state();
    }

    @Override
    public void restore(OptimizerState optimizer) {
        adam.restore(optimizer);
    }
}
