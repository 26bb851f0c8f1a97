package vitrine.network.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.dataset.MultiDataSet;
import vitrine.data.IdIndex;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.model.Query;
import vitrine.network.Adam;
import vitrine.network.HistoryConvolution;
import vitrine.network.Parameters;
import vitrine.run.SeededRandom;
import vitrine.train.CnnLearner;
import vitrine.train.ExampleGroup;
import vitrine.train.TrainingSettings;

/** A small model with random groups to learn from, put to our learner and to the graph alike. */
final class Lessons {
    static final int USERS = 15;
    static final int ITEMS = 25;
    private static final int NEGATIVES = 4;

    final HistoryConvolution.Shape shape;
    final Cnn model;
    private final int groups;
    private final double learningRate;
    private final SeededRandom random;

    Lessons(CnnSettings settings, int groups, double learningRate, long seed) {
        this.shape = new HistoryConvolution.Shape(
                1 + settings.history(), settings.dim(), settings.filters(), settings.kernel());
        this.groups = groups;
        this.learningRate = learningRate;
        this.random = new SeededRandom(seed);
        var network = Cnn.network(USERS, ITEMS, settings);
        this.model = new Cnn(ids("u", USERS), ids("i", ITEMS), settings, Parameters.initial(network, seed));
    }

    private static IdIndex ids(String prefix, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(prefix + i);
        }
        return IdIndex.of(ids);
    }

    static int rows() {
        return USERS + 1 + ITEMS;
    }

    CnnLearner learner() {
        var settings = new TrainingSettings(1, groups * (1 + NEGATIVES), learningRate, NEGATIVES, 0, 0);
        return new CnnLearner(model, settings, Adam.Form.EPSILON_HAT);
    }

    /** Histories of every length, some users unknown, weights 1, 0 and between; the next item follows from the last. */
    List<ExampleGroup> batch() {
        List<ExampleGroup> batch = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int length = random.nextInt(model.maxHistory() + 1);
            int[] history = new int[length];
            float[] weights = new float[length];
            int start = random.nextInt(ITEMS);
            for (int i = 0; i < length; i++) {
                history[i] = (start + 3 * i) % ITEMS;
                weights[i] = random.nextInt(3) > 0 ? 1f : random.nextInt(3) == 0 ? 0f : (float) random.nextDouble();
            }
            int user = random.nextInt(10) == 0 ? Query.UNKNOWN_USER : random.nextInt(USERS);
            int[] candidates = new int[1 + NEGATIVES];
            candidates[0] = (start + 3 * length) % ITEMS;
            for (int c = 1; c < candidates.length; c++) {
                candidates[c] = (candidates[0] + 1 + random.nextInt(ITEMS - 1)) % ITEMS;
            }
            batch.add(new ExampleGroup(new Query(user, history, weights), candidates));
        }
        return batch;
    }

    /** The same batch, one example a candidate. */
    MultiDataSet flattened(List<ExampleGroup> batch) {
        int size = batch.size() * (1 + NEGATIVES);
        GraphInputs inputs = new GraphInputs(shape, size);
        float[] labels = new float[size];
        int example = 0;
        for (ExampleGroup group : batch) {
            Query query = group.query();
            int slots = 1 + query.history().length;
            int[] tokens = new int[slots];
            float[] weights = new float[slots];
            tokens[0] = model.userRow(query.user());
            weights[0] = 1f;
            for (int i = 1; i < slots; i++) {
                tokens[i] = model.itemRow(query.history()[i - 1]);
                weights[i] = query.weights()[i - 1];
            }
            labels[example] = 1f;
            for (int candidate : group.candidates()) {
                inputs.put(example++, tokens, weights, slots, model.itemRow(candidate));
            }
        }
        return inputs.withLabels(labels);
    }
}
