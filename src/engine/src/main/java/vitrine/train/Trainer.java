package vitrine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import vitrine.model.Query;
import vitrine.network.Parameters;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * Teaches a {@link Learner} epoch by epoch: targets in a shuffled order, fresh negatives every time, validation after each
 * epoch, the best epoch's parameters kept (validation nDCG@10). All randomness derives from the seed, the epoch and the
 * number of the target, never from a thread.
 */
public final class Trainer {
    /** Share of training questions whose user is replaced by the unknown one, so that this reference means something. */
    private static final double UNKNOWN_USER_SHARE = 0.1;

    private final TrainingSettings settings;
    private final long seed;

    public Trainer(TrainingSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * @return what happened; the learner's parameters are those of the best epoch
     * @throws vitrine.run.CancelledException within one batch after cancellation
     * @throws BadInputException when the loss stops being a number; the best finished epoch has been restored
     */
    public TrainingHistory train(Learner learner, TrainingData data, JobContext context, TrainingListener listener) {
        NegativeSampler sampler = settings.sampling().over(data.positives());
        Validation validation = new Validation(data, settings.negatives(), seed);
        List<EpochRecord> epochs = new ArrayList<>();
        Parameters best = learner.parameters().copy();
        int bestEpoch = 0;
        try (Workers workers = new Workers(context.threads())) {
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                long start = System.nanoTime();
                StepOutcome outcome = epoch(learner, data, sampler, epoch, workers, context, listener);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (!learner.parameters().isFinite() || !Double.isFinite(outcome.lossSum())) {
                    copy(best, learner);
                    throw diverged(epoch);
                }
                SortedMap<String, Double> measured = validation.measure(learner.model(), workers);
                EpochRecord record = new EpochRecord(
                        epoch, outcome.meanLoss(), outcome.accuracy(), measured, seconds, outcome.examples() / seconds);
                epochs.add(record);
                if (bestEpoch == 0 || quality(record) > quality(epochs.get(bestEpoch - 1))) {
                    best = learner.parameters().copy();
                    bestEpoch = epoch;
                }
                listener.onEpoch(record, learner::snapshot);
                if (settings.patience() > 0 && epoch - bestEpoch >= settings.patience()) {
                    break;
                }
            }
        }
        copy(best, learner);
        double positives = 1.0 / (1 + settings.negatives());
        return new TrainingHistory(
                epochs,
                -positives * Math.log(positives) - (1 - positives) * Math.log(1 - positives),
                1 - positives,
                bestEpoch);
    }

    private StepOutcome epoch(
            Learner learner,
            TrainingData data,
            NegativeSampler sampler,
            int epoch,
            Workers workers,
            JobContext context,
            TrainingListener listener) {
        int[] order = new int[data.targets()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SeededRandom.stream(seed, "order", epoch).shuffle(order);
        int perBatch = settings.groupsPerBatch();
        int batches = (order.length + perBatch - 1) / perBatch;
        long epochSeed = SeededRandom.stream(seed, "epoch", epoch).nextLong();
        StepOutcome total = StepOutcome.NOTHING;
        for (int batch = 0; batch < batches; batch++) {
            context.cancellation().throwIfCancelled();
            int from = batch * perBatch;
            int[] positives = new int[Math.min(perBatch, order.length - from)];
            for (int g = 0; g < positives.length; g++) {
                positives[g] = data.targetItem(order[from + g]);
            }
            StepOutcome outcome = learner.step(
                    positives.length,
                    g -> group(
                            data,
                            sampler,
                            order[from + g],
                            positives,
                            epochSeed,
                            learner.model().maxHistory()),
                    workers);
            total = total.plus(outcome);
            listener.onBatch(epoch, batch + 1, batches, outcome);
            context.progress()
                    .report(
                            "Training, epoch " + epoch + " of " + settings.epochs(),
                            (epoch - 1L) * batches + batch + 1,
                            (long) settings.epochs() * batches);
        }
        return total;
    }

    private ExampleGroup group(
            TrainingData data, NegativeSampler sampler, int target, int[] batch, long epochSeed, int maxHistory) {
        SeededRandom random = SeededRandom.stream(epochSeed, "group", target);
        Query question = data.question(target, maxHistory);
        int[] negatives = sampler.sample(question.user(), settings.negatives(), batch, random);
        int[] candidates = new int[1 + negatives.length];
        candidates[0] = data.targetItem(target);
        System.arraycopy(negatives, 0, candidates, 1, negatives.length);
        boolean unknown = random.nextDouble() < UNKNOWN_USER_SHARE;
        return new ExampleGroup(unknown ? question.withUser(Query.UNKNOWN_USER) : question, candidates);
    }

    /** Validation nDCG@10; where nothing could be held back, the training loss, lower is better. */
    private static double quality(EpochRecord epoch) {
        Double ndcg = epoch.validation().get("ndcg");
        return ndcg == null ? -epoch.loss() : ndcg;
    }

    private static void copy(Parameters from, Learner to) {
        from.tensors()
                .forEach((name, tensor) ->
                        System.arraycopy(tensor.values(), 0, to.parameters().values(name), 0, tensor.values().length));
        to.parametersChanged();
    }

    private BadInputException diverged(int epoch) {
        return new BadInputException("Training diverged in epoch " + epoch
                + ": the loss is not a number. The last good state is kept. Lower --lr (now " + settings.learningRate()
                + ") and try again.");
    }
}
