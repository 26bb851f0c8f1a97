package vitrine.train;

import java.util.function.IntFunction;
import vitrine.model.Query;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * The batches of an epoch: targets in an order shuffled anew, each with fresh negatives. Everything follows from the seed,
 * the epoch and the number of the target, so a batch can be made again alone.
 */
final class EpochBatches implements Lessons {
    private final TrainingData data;
    private final TrainingSettings settings;
    private final NegativeSampler sampler;
    private final GroupLearner learner;
    private final long seed;
    private final int[] order;
    private long epochSeed;

    EpochBatches(GroupLearner learner, TrainingData data, TrainingSettings settings, long seed) {
        this.data = data;
        this.settings = settings;
        this.sampler = settings.sampling().over(data.positives());
        this.learner = learner;
        this.seed = seed;
        this.order = new int[data.targets()];
    }

    @Override
    public int count() {
        int perBatch = settings.groupsPerBatch();
        return (order.length + perBatch - 1) / perBatch;
    }

    @Override
    public void begin(int epoch) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SeededRandom.stream(seed, "order", epoch).shuffle(order);
        epochSeed = SeededRandom.stream(seed, "epoch", epoch).nextLong();
    }

    @Override
    public StepOutcome step(int batch, Workers workers) {
        return learner.step(groups(batch), source(batch), workers);
    }

    /** Groups of a batch. */
    private int groups(int batch) {
        int perBatch = settings.groupsPerBatch();
        return Math.min(perBatch, order.length - batch * perBatch);
    }

    /** Makes the groups of a batch by number, on any thread. */
    private IntFunction<ExampleGroup> source(int batch) {
        int from = batch * settings.groupsPerBatch();
        int[] positives = new int[groups(batch)];
        for (int g = 0; g < positives.length; g++) {
            positives[g] = data.targetItem(order[from + g]);
        }
        return g -> group(order[from + g], positives);
    }

    private ExampleGroup group(int target, int[] batch) {
        SeededRandom random = SeededRandom.stream(epochSeed, "group", target);
        Query question = data.question(target, learner.model());
        int[] negatives = sampler.sample(question.user(), settings.negatives(), batch, random);
        int[] candidates = new int[1 + negatives.length];
        candidates[0] = data.targetItem(target);
        System.arraycopy(negatives, 0, candidates, 1, negatives.length);
        return new ExampleGroup(learner.hiding().hide(question, random), candidates);
    }
}
