package vitrine.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.network.Adam;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.Training;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/** One training step of NeuMF on data of MovieLens-1M's shape; examples a second are {@code batch / time}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 10, time = 1)
public class NeuMfTrainingBenchmark {
    private static final int USERS = 6040;
    private static final int ITEMS = 3706;
    private static final int BATCHES = 400;

    @Param({"256", "1024", "4096"})
    int batch = 256;

    @Param({"1", "2"})
    int threads = 1;

    private final int[][] users = new int[BATCHES][];
    private final int[][] items = new int[BATCHES][];
    private final float[][] labels = new float[BATCHES][];
    private Workers workers = new Workers(1);
    private Training training = training(1);
    private int next;

    private static Training training(int capacity) {
        Network network = NeuMf.network(USERS, ITEMS, NeuMfSettings.DEFAULTS);
        return new Training(
                network,
                Parameters.initial(network, 1),
                new BinaryCrossEntropy(),
                new Adam(network, 1e-3, Adam.Form.ALGORITHM_1),
                Training.Settings.plain(1),
                capacity);
    }

    /** Positives popular as rank^-0.8, as in the peers' data; four uniform negatives to each. */
    @Setup
    public void draw() {
        workers = new Workers(threads);
        training = training(batch);
        double[] popularity = new double[ITEMS];
        double total = 0;
        for (int i = 0; i < ITEMS; i++) {
            total += Math.pow(i + 1, -0.8);
            popularity[i] = total;
        }
        SeededRandom random = new SeededRandom(3);
        for (int k = 0; k < BATCHES; k++) {
            users[k] = new int[batch];
            items[k] = new int[batch];
            labels[k] = new float[batch];
            for (int e = 0; e < batch; e++) {
                boolean positive = random.nextInt(5) == 0;
                int drawn = Arrays.binarySearch(popularity, random.nextDouble() * total);
                users[k][e] = random.nextInt(USERS);
                items[k][e] = positive ? Math.min(ITEMS - 1, drawn < 0 ? -drawn - 1 : drawn) : random.nextInt(ITEMS);
                labels[k][e] = positive ? 1f : 0f;
            }
        }
    }

    @TearDown
    public void close() {
        workers.close();
    }

    @Benchmark
    public double step() {
        int k = next++ % BATCHES;
        System.arraycopy(users[k], 0, training.ids("user"), 0, batch);
        System.arraycopy(items[k], 0, training.ids("item"), 0, batch);
        System.arraycopy(labels[k], 0, training.targets().labels(), 0, batch);
        return training.step(batch, workers);
    }
}
