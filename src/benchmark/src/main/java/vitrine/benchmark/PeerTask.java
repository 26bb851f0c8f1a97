package vitrine.benchmark;

import java.util.Arrays;
import vitrine.network.Adam;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Loss;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.PeerNetworks;
import vitrine.network.SampledSoftmax;
import vitrine.network.SoftmaxCrossEntropy;
import vitrine.network.Training;
import vitrine.run.SeededRandom;

/** A network with batches of MovieLens-1M's shape, drawn once. */
abstract class PeerTask {
    static final int USERS = 6040;
    static final int ITEMS = 3706;
    private static final int STEPS = 20;
    private static final int MOST_DRAWN = 400;
    private static final long EXAMPLES = 400_000;

    private final Network network;
    private final Loss loss;
    final int batches;
    final int batch;

    private PeerTask(Network network, Loss loss, int batch) {
        this.network = network;
        this.loss = loss;
        this.batch = batch;
        this.batches = (int) Math.max(4, Math.min(MOST_DRAWN, EXAMPLES / batch));
    }

    static PeerTask named(String name, int batch) {
        return switch (name) {
            case "neumf" ->
                new Pairs(
                        vitrine.model.NeuMf.network(USERS, ITEMS, vitrine.model.NeuMfSettings.DEFAULTS), false, batch);
            case "cnn" -> new Pairs(PeerNetworks.twoEmbeddingConvolution(USERS, ITEMS), true, batch);
            case "multvae" -> new Histories(batch);
            case "gru" -> new Sequences(batch, 0);
            case "gru-sampled" -> new Sequences(batch, 64);
            default -> throw new IllegalArgumentException("neumf, cnn, multvae, gru or gru-sampled, not " + name);
        };
    }

    Training training(int capacity) {
        Adam adam = new Adam(network, 1e-3, Adam.Form.ALGORITHM_1);
        return new Training(network, Parameters.initial(network, 1), loss, adam, Training.Settings.plain(1), capacity);
    }

    /** Copies a batch to where the training reads it. */
    abstract void fill(Training training, int step);

    /** An item by a popularity of rank^-0.8. */
    private static final class Popularity {
        private final double[] sums = new double[ITEMS];

        Popularity() {
            double total = 0;
            for (int i = 0; i < ITEMS; i++) {
                total += Math.pow(i + 1, -0.8);
                sums[i] = total;
            }
        }

        int draw(SeededRandom random) {
            int found = Arrays.binarySearch(sums, random.nextDouble() * sums[ITEMS - 1]);
            return Math.min(ITEMS - 1, found < 0 ? -found - 1 : found);
        }
    }

    /** A positive and four uniform negatives to each, shuffled. */
    private static final class Pairs extends PeerTask {
        private final boolean oneTable;
        private final int[][] users;
        private final int[][] items;
        private final float[][] labels;

        Pairs(Network network, boolean oneTable, int batch) {
            super(network, new BinaryCrossEntropy(), batch);
            this.oneTable = oneTable;
            this.users = new int[batches][batch];
            this.items = new int[batches][batch];
            this.labels = new float[batches][batch];
            SeededRandom random = new SeededRandom(3);
            Popularity popularity = new Popularity();
            for (int k = 0; k < batches; k++) {
                for (int e = 0; e < batch; e++) {
                    boolean positive = random.nextInt(5) == 0;
                    users[k][e] = random.nextInt(USERS);
                    items[k][e] = positive ? popularity.draw(random) : random.nextInt(ITEMS);
                    labels[k][e] = positive ? 1f : 0f;
                }
            }
        }

        @Override
        void fill(Training training, int step) {
            int k = step % batches;
            System.arraycopy(labels[k], 0, training.targets().labels(), 0, batch);
            if (!oneTable) {
                System.arraycopy(users[k], 0, training.ids("user"), 0, batch);
                System.arraycopy(items[k], 0, training.ids("item"), 0, batch);
                return;
            }
            int[] pairs = training.ids("pair");
            for (int e = 0; e < batch; e++) {
                pairs[2 * e] = users[k][e];
                pairs[2 * e + 1] = USERS + items[k][e];
            }
            Arrays.fill(training.values("ones"), 1f);
        }
    }

    /** Histories of log-normal length, 165 items on average; all of one user's items in one example. */
    private static final class Histories extends PeerTask {
        private static final int LONGEST = 2400;
        private final int[][] histories = new int[USERS][];

        Histories(int batch) {
            super(PeerNetworks.multVae(ITEMS, LONGEST), PeerNetworks.multVaeLoss(), batch);
            SeededRandom random = new SeededRandom(3);
            Popularity popularity = new Popularity();
            for (int u = 0; u < USERS; u++) {
                int length = (int) Math.min(LONGEST, 2 + 100 * Math.exp(random.nextGaussian()));
                boolean[] seen = new boolean[ITEMS];
                histories[u] = new int[length];
                for (int i = 0; i < length; ) {
                    int item = popularity.draw(random);
                    if (!seen[item]) {
                        seen[item] = true;
                        histories[u][i++] = item;
                    }
                }
            }
        }

        @Override
        void fill(Training training, int step) {
            int[] ids = training.ids("items");
            float[] counts = training.values("counts");
            Arrays.fill(counts, 0f);
            for (int e = 0; e < batch; e++) {
                int[] history = histories[(int) (((long) step * batch + e) % USERS)];
                System.arraycopy(history, 0, ids, e * LONGEST, history.length);
                Arrays.fill(counts, e * LONGEST, e * LONGEST + history.length, 1f);
            }
        }
    }

    /**
     * Twenty tokens and the next; one slot in seventeen is empty, at the beginning. With candidates: the next after every
     * token, against popular ones drawn anew for each.
     */
    private static final class Sequences extends PeerTask {
        private final int[][] tokens;
        private final int[][] next;

        private final int candidates;
        private final int[] drawn;

        Sequences(int batch, int candidates) {
            super(
                    candidates == 0
                            ? PeerNetworks.gru4Rec(ITEMS + 1, STEPS)
                            : PeerNetworks.gru4RecSampled(ITEMS + 1, STEPS, candidates),
                    candidates == 0 ? new SoftmaxCrossEntropy() : new SampledSoftmax("candidates", candidates),
                    batch);
            this.candidates = candidates;
            this.drawn = new int[Math.multiplyExact(4 * batch * STEPS, candidates)];
            this.tokens = new int[batches][batch * STEPS];
            this.next = new int[batches][batch];
            SeededRandom random = new SeededRandom(3);
            Popularity popularity = new Popularity();
            for (int k = 0; k < batches; k++) {
                for (int e = 0; e < batch; e++) {
                    int empty = random.nextInt(10) == 0 ? random.nextInt(STEPS) : 0;
                    for (int t = empty; t < STEPS; t++) {
                        tokens[k][e * STEPS + t] = 1 + popularity.draw(random);
                    }
                    next[k][e] = 1 + popularity.draw(random);
                }
            }
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = 1 + popularity.draw(random);
            }
        }

        @Override
        void fill(Training training, int step) {
            int k = step % batches;
            System.arraycopy(tokens[k], 0, training.ids("tokens"), 0, batch * STEPS);
            if (candidates == 0) {
                System.arraycopy(next[k], 0, training.targets().classes(), 0, batch);
            } else {
                fillCandidates(training.ids("candidates"), k);
            }
            float[] mask = training.values("mask");
            for (int i = 0; i < batch * STEPS; i++) {
                mask[i] = tokens[k][i] == 0 ? 0f : 1f;
            }
        }

        private void fillCandidates(int[] ids, int k) {
            int count = batch * STEPS * candidates;
            System.arraycopy(drawn, k % 4 * count, ids, 0, count);
            for (int i = 0; i < batch * STEPS; i++) {
                boolean last = i % STEPS == STEPS - 1;
                int right = last ? next[k][i / STEPS] : tokens[k][i + 1];
                ids[i * candidates] = tokens[k][i] == 0 ? -1 : right;
            }
        }
    }
}
