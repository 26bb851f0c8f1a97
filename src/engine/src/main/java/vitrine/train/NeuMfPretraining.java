package vitrine.train;

import vitrine.data.IdIndex;
import vitrine.model.NeuMfHalf;
import vitrine.model.NeuMfSettings;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.CancelledException;
import vitrine.run.DivergedException;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/**
 * Where the joint training of {@link vitrine.model.NeuMf} may begin: its factorisation and its perceptron are taught alone,
 * by the learner and the held-back targets of the joint training, each to its own best epoch; then they are joined with half
 * of each one's output, and taught on together by Adam at a small rate (in the paper by gradient descent, since Adam's memory
 * is unknown then; decision 0027). Each has random draws of its own. He and others, "Neural Collaborative Filtering", WWW
 * 2017, 3.4.1.
 *
 * <p>Nothing of it can be resumed: it hands no state over. The joint training that follows is a training like any other.
 */
public final class NeuMfPretraining {
    /** How much of the joined output is the factorisation's. */
    private static final double ALPHA = 0.5;
    /** With the joint one. */
    private static final int TRAININGS = 3;
    /** At the whole rate Adam, which knows nothing of the gradients' size at first, walks away from the joined start. */
    private static final double JOINT_RATE = 0.1;

    private final TrainingSettings settings;
    private final int epochs;
    private final long seed;

    /**
     * @param settings of a training without pre-training
     * @param epochs of each of the two trainings before it, in place of those of {@code settings}
     * @param seed of the joint training
     */
    public NeuMfPretraining(TrainingSettings settings, int epochs, long seed) {
        this.settings = settings;
        this.epochs = epochs;
        this.seed = seed;
    }

    /** How the joint training is taught: at a tenth of the learning rate. */
    public TrainingSettings joint() {
        return settings.withLearningRate(JOINT_RATE * settings.learningRate());
    }

    /** The joint training's progress behind that of the two before it, all three as one. */
    public JobContext behind(JobContext context) {
        return context.withProgress((stage, done, total) -> {
            long before = 2 * (total / settings.epochs() * epochs);
            context.progress().report(stage, before + done, before + total);
        });
    }

    /** @param alone steps of one of the two before; all have as many in an epoch */
    private long jointSteps(long alone) {
        return alone / epochs * settings.epochs();
    }

    /**
     * Overwrites {@code parameters}, those of a NeuMf, with the two joined.
     *
     * @param data of the joint training
     * @param listener hears {@link TrainingListener#onPretraining} and nothing else
     * @throws CancelledException within one batch after cancellation; {@code parameters} are as before
     * @throws DivergedException when a loss stops being a number; {@code parameters} are as before
     */
    public void run(
            IdIndex users,
            IdIndex items,
            NeuMfSettings sizes,
            Parameters parameters,
            TrainingData data,
            JobContext context,
            TrainingListener listener) {
        NeuMfHalf factorisation = taught(NeuMfHalf.Side.GMF, users, items, sizes, data, context, listener);
        NeuMfHalf perceptron = taught(NeuMfHalf.Side.MLP, users, items, sizes, data, context, listener);
        NeuMfHalf.join(factorisation, perceptron, ALPHA, parameters);
    }

    private NeuMfHalf taught(
            NeuMfHalf.Side side,
            IdIndex users,
            IdIndex items,
            NeuMfSettings sizes,
            TrainingData data,
            JobContext context,
            TrainingListener listener) {
        int number = side.ordinal() + 1;
        long own = SeededRandom.stream(seed, "pretraining", number).nextLong();
        Parameters parameters = Parameters.initial(NeuMfHalf.network(side, users.size(), items.size(), sizes), own);
        NeuMfHalf half = new NeuMfHalf(side, users, items, sizes, parameters);
        TrainingSettings shortened = settings.withEpochs(epochs);
        NetworkLearner learner = new NetworkLearner(half, shortened, Adam.Form.ALGORITHM_1, own);
        String what = side + " alone (" + number + " of " + TRAININGS + ")";
        JobContext named = context.withProgress((stage, done, total) -> context.progress()
                .report(what + ": " + stage, side.ordinal() * total + done, 2 * total + jointSteps(total)));
        try {
            new Trainer(shortened, own).train(learner, data, named, new TrainingListener() {
                @Override
                public void onBatch(int epoch, int batchInEpoch, int batches, StepOutcome outcome) {
                    listener.onPretraining(side.name(), epoch, epochs);
                }
            });
        } catch (CancelledException e) {
            throw new CancelledException(
                    "Stopped in the pre-training, " + what + ". Nothing of it is kept, so there is nothing to resume.");
        } catch (DivergedException e) {
            throw DivergedException.at(
                    "The pre-training diverged, " + what + ": the loss is not a number. Nothing is kept.",
                    settings.learningRate());
        }
        return half;
    }
}
