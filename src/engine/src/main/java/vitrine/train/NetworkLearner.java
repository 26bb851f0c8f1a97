package vitrine.train;

import java.util.function.IntFunction;
import vitrine.model.NetworkRecommender;
import vitrine.model.Query;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.network.Training;
import vitrine.run.Workers;

/**
 * Teaches any {@link NetworkRecommender} by an {@link Objective} and exact Adam, with {@link Training}. Inputs are filled
 * in blocks on all threads, each example at its own place: the same bytes for any number of threads.
 */
public final class NetworkLearner extends AdamLearner<NetworkRecommender> implements GroupLearner {
    private static final int BLOCK = 32;

    private final Training training;
    private final Objective objective;
    private final Hiding hiding;
    private final int wholeGroup;
    private final float[] scores;
    private final float[] labels;
    private final ExampleGroup[] groups;
    private final int[] first;

    /** @param seed of dropout and sampling inside the network */
    public NetworkLearner(NetworkRecommender model, TrainingSettings settings, Adam.Form form, long seed) {
        this(model, Objective.POINTWISE, settings, form, seed);
    }

    public NetworkLearner(
            NetworkRecommender model, Objective objective, TrainingSettings settings, Adam.Form form, long seed) {
        this(model, objective, Hiding.THE_USER, settings, form, seed);
    }

    public NetworkLearner(
            NetworkRecommender model,
            Objective objective,
            Hiding hiding,
            TrainingSettings settings,
            Adam.Form form,
            long seed) {
        super(model, settings.learningRate(), form);
        this.objective = objective;
        this.hiding = hiding;
        this.wholeGroup = 1 + settings.negatives();
        this.groups = new ExampleGroup[settings.groupsPerBatch()];
        this.first = new int[groups.length + 1];
        this.training = new Training(
                model.network(),
                model.parameters(),
                objective.loss(settings.negatives()),
                adam,
                steps(settings, seed),
                groups.length * wholeGroup);
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
            first[g + 1] = first[g] + size(groups[g]);
        }
        workers.forEach(blocks, (block, worker) -> {
            for (int g = block * BLOCK; g < Math.min(count, (block + 1) * BLOCK); g++) {
                place(groups[g], first[g]);
            }
        });
        int examples = first[count];
        if (examples == 0) {
            return StepOutcome.NOTHING;
        }
        double loss = training.step(examples, workers);
        model.parametersChanged();
        StepOutcome sums = counted(count);
        return new StepOutcome(loss * sums.examples(), sums.right(), sums.examples());
    }

    /** A pair needs both; a user who has everything has no negatives. */
    private int size(ExampleGroup group) {
        int size = group.candidates().length;
        return objective == Objective.PAIRWISE && size < wholeGroup ? 0 : size;
    }

    private void place(ExampleGroup group, int at) {
        Query query = group.query();
        int[] candidates = group.candidates();
        int size = size(group);
        for (int c = 0; c < size; c++) {
            model.place(training, at + c, query, candidates[c]);
            if (objective == Objective.POINTWISE) {
                labels[at + c] = c == 0 ? 1f : 0f;
            }
        }
    }

    private StepOutcome counted(int count) {
        long right = 0;
        long examples = 0;
        double[] negatives = new double[wholeGroup];
        for (int g = 0; g < count; g++) {
            int others = first[g + 1] - first[g] - 1;
            if (others >= 0) {
                for (int n = 0; n < others; n++) {
                    negatives[n] = scores[first[g] + 1 + n];
                }
                right += objective.right(scores[first[g]], negatives, others);
                examples += objective.examples(others);
            }
        }
        return new StepOutcome(0, right, examples);
    }

    @Override
    public Objective objective() {
        return objective;
    }

    @Override
    public Hiding hiding() {
        return hiding;
    }

    @Override
    public Parameters gradients() {
        return training.gradients();
    }
}
