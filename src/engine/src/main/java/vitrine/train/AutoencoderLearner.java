package vitrine.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import vitrine.model.InteractionMatrix;
import vitrine.model.MultVae;
import vitrine.model.Query;
import vitrine.network.Adam;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.Training;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * Teaches {@link MultVae}: an example is a user's training items, all at once, a batch so many users ({@link
 * TrainingSettings#batch}). The divergence's weight rises evenly from 0 over the first steps (Bowman and others, 2016).
 *
 * <p>Reported are loss and accuracy of some of each user's items among as many sampled ones as the settings have negatives,
 * on the scale of validation. In training the item was in the input, but for dropout: expect the curves to lie apart.
 */
public final class AutoencoderLearner extends AdamLearner<MultVae> {
    private static final int BLOCK = 4;
    /** Items of a user that loss and accuracy are measured on in an epoch. */
    private static final int MEASURED = 5;

    private Parameters gradients;
    private final TrainingSettings settings;
    private final double beta;
    private final int annealing;
    private final long seed;

    /**
     * @param beta weight of the divergence once it has risen
     * @param annealing over so many steps; 0: from the beginning
     * @param seed of dropout and of the codes drawn
     */
    public AutoencoderLearner(MultVae model, TrainingSettings settings, double beta, int annealing, long seed) {
        super(model, settings.learningRate(), Adam.Form.ALGORITHM_1);
        this.settings = settings;
        this.gradients = Parameters.zeros(model.network());
        this.beta = beta;
        this.annealing = annealing;
        this.seed = seed;
    }

    @Override
    public Lessons lessons(TrainingData data, TrainingSettings given, long order) {
        return new Users(data, order);
    }

    /** The users with anything to learn, in an order shuffled anew each epoch. */
    private final class Users implements Lessons {
        private final InteractionMatrix positives;
        private final NegativeSampler sampler;
        private final long orderSeed;
        private final int[] order;
        private final int slots;
        private final Training training;
        private final float[] logits;
        private final int items;
        private final StepOutcome[] outcomes;
        private long epochSeed;

        Users(TrainingData data, long orderSeed) {
            this.positives = data.positives();
            this.sampler = new UniformSampler(positives);
            this.orderSeed = orderSeed;
            this.order = users();
            this.slots = 1
                    + Arrays.stream(order)
                            .map(user -> positives.itemsOf(user).length)
                            .max()
                            .orElse(0);
            this.items = positives.items().size();
            Network network = model.answering(slots - 1, 1);
            this.training = new Training(
                    network, model.parameters(), MultVae.loss(beta), adam, steps(settings, seed), settings.batch());
            gradients = training.gradients();
            this.logits = training.values(network.output().name());
            this.outcomes = new StepOutcome[(settings.batch() + BLOCK - 1) / BLOCK];
        }

        private int[] users() {
            return IntStream.range(0, positives.users().size())
                    .filter(user -> positives.itemsOf(user).length > 0)
                    .toArray();
        }

        @Override
        public int count() {
            return (order.length + settings.batch() - 1) / settings.batch();
        }

        @Override
        public void begin(int epoch) {
            System.arraycopy(users(), 0, order, 0, order.length);
            SeededRandom.stream(orderSeed, "order", epoch).shuffle(order);
            epochSeed = SeededRandom.stream(orderSeed, "epoch", epoch).nextLong();
        }

        @Override
        public StepOutcome step(int batch, Workers workers) {
            int first = batch * settings.batch();
            int count = Math.min(settings.batch(), order.length - first);
            for (int e = 0; e < count; e++) {
                Query chosen = Query.of(order[first + e], positives.itemsOf(order[first + e]));
                model.placeHistory(training, e, slots, chosen);
            }
            training.targets().divergence()[0] = annealing == 0 ? 1f : Math.min(1f, (float) adam.step() / annealing);
            double loss = training.step(count, workers);
            int blocks = (count + BLOCK - 1) / BLOCK;
            workers.forEach(blocks, (block, worker) -> {
                StepOutcome sum = StepOutcome.NOTHING;
                for (int e = block * BLOCK; e < Math.min(count, (block + 1) * BLOCK); e++) {
                    sum = sum.plus(measured(e, order[first + e]));
                }
                outcomes[block] = sum;
            });
            // What is not a number in the real loss must not pass for a good one.
            StepOutcome sum = new StepOutcome(Double.isFinite(loss) ? 0 : loss, 0, 0);
            for (int block = 0; block < blocks; block++) {
                sum = sum.plus(outcomes[block]);
            }
            return sum;
        }

        private StepOutcome measured(int example, int user) {
            SeededRandom random = SeededRandom.stream(epochSeed, "measured", user);
            int[] owned = positives.itemsOf(user);
            double[] scores = new double[settings.negatives()];
            StepOutcome sum = StepOutcome.NOTHING;
            for (int m = 0; m < MEASURED; m++) {
                int[] others = sampler.sample(user, settings.negatives(), new int[0], random);
                for (int n = 0; n < others.length; n++) {
                    scores[n] = logits[example * items + others[n]];
                }
                double score = logits[example * items + owned[random.nextInt(owned.length)]];
                sum = sum.plus(new StepOutcome(
                        Objective.SOFTMAX.lossSum(score, scores, others.length),
                        Objective.SOFTMAX.right(score, scores, others.length),
                        1));
            }
            return sum;
        }
    }

    @Override
    public Objective objective() {
        return Objective.SOFTMAX;
    }

    @Override
    public Parameters gradients() {
        return gradients;
    }
}
