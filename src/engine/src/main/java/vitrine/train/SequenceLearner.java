package vitrine.train;

import java.util.Arrays;
import vitrine.model.Gru;
import vitrine.model.Query;
import vitrine.network.Adam;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.Training;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * Teaches {@link Gru} the next item after every item of a sequence, by the cross-entropy of a softmax over the item and its
 * sampled negatives, or over all items. A batch is so many windows of users' sequences ({@link TrainingSettings#batch}).
 *
 * <p>Reported are loss and accuracy among an item and its sampled negatives in either case, the item itself not counted
 * among them. Drawn evenly, negatives come from the whole catalogue, while validation leaves out what the user has chosen at
 * any time: such items score high, so training's figures are somewhat the worse for it and the curves lie apart on small
 * catalogues. No correction by the negatives' frequency is needed.
 */
public final class SequenceLearner extends AdamLearner<Gru> {
    private static final int BLOCK = 8;

    private final Training training;
    private final boolean full;
    private final int negatives;
    private final int slots;
    /** Of each position. */
    private final int candidates;

    private final int[] ids;
    private final float[] logits;

    /**
     * @param full softmax over all items
     * @param dropout share of numbers left out while learning, in [0, 1)
     * @param seed of dropout
     */
    public SequenceLearner(Gru model, TrainingSettings settings, boolean full, double dropout, long seed) {
        super(model, settings.learningRate(), Adam.Form.ALGORITHM_1);
        this.full = full;
        this.negatives = settings.negatives();
        this.slots = 1 + model.settings().history();
        this.candidates = 1 + (full ? model.items().size() : negatives);
        Network network = Gru.teaching(model.items().size(), model.settings(), candidates, dropout);
        this.training = new Training(
                network,
                model.parameters(),
                Objective.SOFTMAX.loss(candidates - 1),
                adam,
                steps(settings, seed),
                settings.batch());
        this.ids = training.ids(Gru.CANDIDATES);
        this.logits = training.values(network.output().name());
    }

    @Override
    public Lessons lessons(TrainingData data, TrainingSettings settings, long seed) {
        return new Windows(data, settings, seed);
    }

    /** The windows of an epoch in an order shuffled anew. */
    private final class Windows implements Lessons {
        private final SequenceWindows windows;
        private final NegativeSampler sampler;
        private final int perBatch;
        private final long seed;
        private final int[] order;
        private final StepOutcome[] outcomes;
        private long epochSeed;

        Windows(TrainingData data, TrainingSettings settings, long seed) {
            this.windows = new SequenceWindows(data, model.settings().history());
            this.sampler = settings.sampling() == Sampling.UNIFORM
                    ? new AnyItemSampler(data.positives().items().size())
                    : settings.sampling().over(data.positives());
            this.perBatch = settings.batch();
            this.seed = seed;
            this.order = new int[windows.count()];
            this.outcomes = new StepOutcome[(perBatch + BLOCK - 1) / BLOCK];
        }

        @Override
        public int count() {
            return (order.length + perBatch - 1) / perBatch;
        }

        @Override
        public void begin(int epoch) {
            Arrays.setAll(order, i -> i);
            SeededRandom.stream(seed, "order", epoch).shuffle(order);
            epochSeed = SeededRandom.stream(seed, "epoch", epoch).nextLong();
        }

        @Override
        public StepOutcome step(int batch, Workers workers) {
            int first = batch * perBatch;
            int count = Math.min(perBatch, order.length - first);
            int blocks = (count + BLOCK - 1) / BLOCK;
            int[][] others = new int[count * slots][];
            workers.forEach(blocks, (block, worker) -> {
                for (int e = block * BLOCK; e < Math.min(count, (block + 1) * BLOCK); e++) {
                    place(e, order[first + e], others);
                }
            });
            training.step(count, workers);
            workers.forEach(blocks, (block, worker) -> {
                StepOutcome sum = StepOutcome.NOTHING;
                for (int e = block * BLOCK; e < Math.min(count, (block + 1) * BLOCK); e++) {
                    sum = sum.plus(counted(e, others));
                }
                outcomes[block] = sum;
            });
            StepOutcome sum = StepOutcome.NOTHING;
            for (int block = 0; block < blocks; block++) {
                sum = sum.plus(outcomes[block]);
            }
            return sum;
        }

        private void place(int example, int window, int[][] others) {
            SeededRandom random = SeededRandom.stream(epochSeed, "window", window);
            int user = windows.user(window);
            model.placeHistory(training, example, slots, Query.of(user, windows.items(window)));
            int[] targets = windows.targets(window, random);
            for (int position = 0; position < slots; position++) {
                int slot = example * slots + position;
                int at = slot * candidates;
                boolean asked = position < targets.length && targets[position] != SequenceWindows.NONE;
                int[] drawn = asked ? sampler.sample(user, negatives, new int[0], random) : new int[0];
                others[slot] = drawn;
                Arrays.fill(ids, at, at + candidates, -1);
                if (drawn.length > 0) {
                    ids[at] = targets[position];
                    if (full) {
                        for (int item = 0; item < candidates - 1; item++) {
                            ids[at + 1 + item] = item;
                        }
                    } else {
                        System.arraycopy(drawn, 0, ids, at + 1, drawn.length);
                    }
                }
            }
        }

        /** As the loss does: a drawn item that is the target is no negative. */
        private StepOutcome counted(int example, int[][] others) {
            double loss = 0;
            long right = 0;
            long examples = 0;
            double[] scores = new double[negatives];
            for (int slot = example * slots; slot < (example + 1) * slots; slot++) {
                int[] drawn = others[slot];
                if (drawn.length > 0) {
                    int at = slot * candidates;
                    int count = 0;
                    for (int n = 0; n < drawn.length; n++) {
                        if (drawn[n] != ids[at]) {
                            scores[count++] = logits[at + 1 + (full ? drawn[n] : n)];
                        }
                    }
                    loss += Objective.SOFTMAX.lossSum(logits[at], scores, count);
                    right += Objective.SOFTMAX.right(logits[at], scores, count);
                    examples++;
                }
            }
            return new StepOutcome(loss, right, examples);
        }
    }

    @Override
    public Objective objective() {
        return Objective.SOFTMAX;
    }

    @Override
    public Parameters gradients() {
        return training.gradients();
    }
}
