package vitrine.train;

import java.util.function.IntFunction;
import vitrine.metric.Accuracy;
import vitrine.metric.LogLoss;
import vitrine.model.NetworkRecommender;
import vitrine.model.Recommender;
import vitrine.network.Adam;
import vitrine.network.Executor;
import vitrine.network.Parameters;
import vitrine.run.Workers;

/**
 * Teaches any {@link NetworkRecommender} with binary cross-entropy and Adam, by the plain {@link Executor}. A batch is cut
 * into blocks of {@value #BLOCK} groups; each block gathers its own gradients, which are added up in block order: the same
 * bytes for any number of threads.
 *
 * <p>When not to use it: for a model with a learner of its own, which is several times faster; and for large catalogues,
 * since every block holds a whole copy of the tables.
 */
public final class ExecutorLearner implements Learner {
    private static final int BLOCK = 64;

    private final NetworkRecommender model;
    private final TrainingSettings settings;
    private final ResumableAdam adam;
    private final Parameters gradients;
    private final Parameters[] blockGradients;
    private final Executor[] executors;
    private final StepOutcome[] outcomes;
    private final int candidatesPerGroup;

    public ExecutorLearner(NetworkRecommender model, TrainingSettings settings, Adam.Form form) {
        this.model = model;
        this.settings = settings;
        this.adam = new ResumableAdam(model.network(), settings.learningRate(), form);
        this.gradients = Parameters.zeros(model.network());
        this.candidatesPerGroup = 1 + settings.negatives();
        int groups = settings.groupsPerBatch();
        int blocks = (groups + BLOCK - 1) / BLOCK;
        this.blockGradients = new Parameters[blocks];
        this.executors = new Executor[blocks];
        this.outcomes = new StepOutcome[blocks];
        int capacity = Math.min(BLOCK, groups) * candidatesPerGroup;
        for (int b = 0; b < blocks; b++) {
            blockGradients[b] = Parameters.zeros(model.network());
            executors[b] = new Executor(model.network(), model.parameters(), capacity);
        }
    }

    @Override
    public Recommender snapshot() {
        return model.with(model.parameters().copy());
    }

    @Override
    public NetworkRecommender model() {
        return model;
    }

    @Override
    public Parameters parameters() {
        return model.parameters();
    }

    /** Nothing to do: the executor reads the live parameters. */
    @Override
    public void parametersChanged() {}

    @Override
    public Parameters gradients() {
        return gradients;
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

    @Override
    public StepOutcome step(int groups, IntFunction<ExampleGroup> source, Workers workers) {
        int used = (groups + BLOCK - 1) / BLOCK;
        float share = 1f / (groups * candidatesPerGroup);
        workers.forEach(used, (block, worker) -> {
            int from = block * BLOCK;
            outcomes[block] = differentiate(block, from, Math.min(groups, from + BLOCK), source, share);
        });
        gradients.fill(0f);
        StepOutcome total = StepOutcome.NOTHING;
        for (int block = 0; block < used; block++) {
            gradients.add(blockGradients[block]);
            total = total.plus(outcomes[block]);
        }
        WeightDecay.add(settings.weightDecay(), model.parameters(), gradients);
        adam.update(model.parameters(), gradients, workers);
        return total;
    }

    private StepOutcome differentiate(int block, int from, int to, IntFunction<ExampleGroup> source, float share) {
        Executor executor = executors[block];
        boolean[] positive = new boolean[(to - from) * candidatesPerGroup];
        int n = 0;
        for (int g = from; g < to; g++) {
            ExampleGroup group = source.apply(g);
            positive[n] = true;
            for (int item : group.candidates()) {
                model.place(executor, n++, group.query(), item);
            }
        }
        executor.forward(n);
        String output = model.network().output().name();
        float[] scores = executor.values(output);
        float[] pull = executor.gradients(output);
        double loss = 0;
        long right = 0;
        for (int i = 0; i < n; i++) {
            loss += LogLoss.of(scores[i], positive[i]);
            right += Accuracy.isRight(scores[i], positive[i]) ? 1 : 0;
            double probability = 1 / (1 + Math.exp(-scores[i]));
            pull[i] = (float) ((probability - (positive[i] ? 1 : 0)) * share);
        }
        blockGradients[block].fill(0f);
        executor.backward(n, blockGradients[block]);
        return new StepOutcome(loss, right, n);
    }
}
