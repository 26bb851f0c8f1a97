package vitrine.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.network.Adam;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.Training;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * Trains NeuMF, on positives popular as rank^-0.8 with four uniform negatives to each, and writes its first parameters, its batches and its losses as files of plain little-endian floats, which the
 * peer's {@code check_curve.py} reads to take the same steps in PyTorch.
 */
public final class PeerCurve {
    private static final int USERS = 6040;
    private static final int ITEMS = 3706;
    private static final NeuMfSettings SIZES = NeuMfSettings.DEFAULTS;
    /** Its layers have these widths there, filled up with zeros. */
    private static final int PADDED = 16;

    private PeerCurve() {}

    /** @param arguments folder, batch, steps */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int batch = Integer.parseInt(arguments[1]);
        int steps = Integer.parseInt(arguments[2]);
        // The peer has no row for an unknown user: the last of ours is its last user.
        Network network = NeuMf.network(USERS - 1, ITEMS, SIZES);
        Parameters parameters = Parameters.initial(network, 1);
        Files.write(folder.resolve("init.bin"), bytes(asThePeerHasThem(parameters)));
        Training training = new Training(
                network,
                parameters,
                new BinaryCrossEntropy(),
                new Adam(network, 1e-3, Adam.Form.ALGORITHM_1),
                Training.Settings.plain(1),
                batch);
        float[] batches = new float[3 * steps * batch];
        float[] losses = new float[steps];
        SeededRandom random = new SeededRandom(3);
        try (Workers workers = new Workers(2)) {
            for (int step = 0; step < steps; step++) {
                for (int e = 0; e < batch; e++) {
                    int at = step * batch + e;
                    boolean positive = random.nextInt(5) == 0;
                    training.ids("user")[e] = random.nextInt(USERS);
                    training.ids("item")[e] =
                            positive ? (int) (ITEMS * Math.pow(random.nextDouble(), 5)) : random.nextInt(ITEMS);
                    training.targets().labels()[e] = positive ? 1 : 0;
                    batches[at] = training.ids("user")[e];
                    batches[steps * batch + at] = training.ids("item")[e];
                    batches[2 * steps * batch + at] = training.targets().labels()[e];
                }
                losses[step] = (float) training.step(batch, workers);
            }
        }
        Files.write(folder.resolve("batches.bin"), bytes(batches));
        Files.write(folder.resolve("curve.bin"), bytes(losses));
    }

    /** Factors and vectors side by side; each layer's weights by input, then unit; the last two filled up. */
    private static float[] asThePeerHasThem(Parameters p) {
        return joined(
                sideBySide(p.values("gmf.users"), p.values("mlp.users"), USERS),
                sideBySide(p.values("gmf.items"), p.values("mlp.items"), ITEMS),
                p.values("mlp1.weight"),
                p.values("mlp1.bias"),
                p.values("mlp2.weight"),
                p.values("mlp2.bias"),
                padded(p.values("mlp3.weight"), PADDED),
                Arrays.copyOf(p.values("mlp3.bias"), PADDED),
                p.values("score.weight"),
                Arrays.copyOf(p.values("score.bias"), PADDED));
    }

    private static float[] sideBySide(float[] left, float[] right, int rows) {
        int a = left.length / rows;
        int b = right.length / rows;
        float[] both = new float[left.length + right.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(left, row * a, both, row * (a + b), a);
            System.arraycopy(right, row * b, both, row * (a + b) + a, b);
        }
        return both;
    }

    private static float[] padded(float[] weights, int rows) {
        int columns = weights.length / rows;
        float[] wide = new float[rows * PADDED];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(weights, row * columns, wide, row * PADDED, columns);
        }
        return wide;
    }

    private static float[] joined(float[]... parts) {
        float[] all =
                new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
