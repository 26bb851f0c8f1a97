package vitrine.benchmark;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vitrine.data.IdIndex;
import vitrine.metric.HitRateAtK;
import vitrine.metric.NdcgAtK;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.model.Query;
import vitrine.network.Parameters;

/**
 * The weights that the authors of NeuMF trained and published (He and others, WWW 2017), scored by this engine on their
 * test part: each user's held-out item among 99 unseen ones. Their two halves fill this engine's whole network, 8 factors
 * and a perceptron of 32-16-8; the output's weights of the half that is not asked are 0. The two together, with half of each
 * one's output, are where their joint training began.
 *
 * <p>An item that stands twice among a user's hundred counts once, as in the authors' program.
 */
public final class PublishedNcf {
    private static final int K = 10;
    private static final NeuMfSettings SIZES = new NeuMfSettings(8, List.of(32, 16, 8));

    private PublishedNcf() {}

    /** @param arguments the folder with ml-1m.test.rating, ml-1m.test.negative and pretrain/*.h5 */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (HdfFile factors = new HdfFile(folder.resolve("pretrain/ml-1m_GMF_8.h5"));
                HdfFile perceptron = new HdfFile(folder.resolve("pretrain/ml-1m_MLP_64_32_16_8.h5"))) {
            System.out.println("model      users    HR@10  nDCG@10");
            print("GMF", model(factors, perceptron, 1, 0), folder);
            print("MLP", model(factors, perceptron, 0, 1), folder);
            print("together", model(factors, perceptron, 0.5f, 0.5f), folder);
        }
    }

    private static NeuMf model(HdfFile factors, HdfFile perceptron, float ofFactors, float ofPerceptron) {
        float[][] users = table(factors, "/user_embedding/user_embedding_W");
        float[][] items = table(factors, "/item_embedding/item_embedding_W");
        Parameters p = Parameters.zeros(NeuMf.network(users.length, items.length, SIZES));
        fill(p.values("gmf.users"), users);
        fill(p.values("gmf.items"), items);
        fill(p.values("mlp.users"), table(perceptron, "/user_embedding/user_embedding_W"));
        fill(p.values("mlp.items"), table(perceptron, "/item_embedding/item_embedding_W"));
        for (int layer = 1; layer <= SIZES.layers().size(); layer++) {
            String name = "/layer" + layer + "/layer" + layer;
            fill(p.values("mlp" + layer + ".weight"), table(perceptron, name + "_W"));
            fill(p.values("mlp" + layer + ".bias"), new float[][] {row(perceptron, name + "_b")});
        }
        float[] output = p.values("score.weight");
        float[][] first = table(factors, "/prediction/prediction_W");
        float[][] second = table(perceptron, "/prediction/prediction_W");
        for (int unit = 0; unit < output.length; unit++) {
            output[unit] =
                    unit < first.length ? ofFactors * first[unit][0] : ofPerceptron * second[unit - first.length][0];
        }
        p.values("score.bias")[0] = ofFactors * row(factors, "/prediction/prediction_b")[0]
                + ofPerceptron * row(perceptron, "/prediction/prediction_b")[0];
        return new NeuMf(ids(users.length), ids(items.length), SIZES, p);
    }

    private static float[][] table(HdfFile file, String path) {
        return (float[][]) file.getDatasetByPath(path).getData();
    }

    private static float[] row(HdfFile file, String path) {
        return (float[]) file.getDatasetByPath(path).getData();
    }

    /** Rows behind the given ones (the unknown user's) stay 0. */
    private static void fill(float[] into, float[][] rows) {
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, into, row * rows[row].length, rows[row].length);
        }
    }

    private static IdIndex ids(int count) {
        return IdIndex.of(IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }

    private static void print(String name, NeuMf model, Path folder) throws IOException {
        List<String> tests = Files.readAllLines(folder.resolve("ml-1m.test.rating"));
        List<String> negatives = Files.readAllLines(folder.resolve("ml-1m.test.negative"));
        double hits = 0;
        double gains = 0;
        for (int line = 0; line < tests.size(); line++) {
            String[] test = tests.get(line).split("\t", -1);
            int target = Integer.parseInt(test[1]);
            String[] listed = negatives.get(line).split("\t", -1);
            if (!listed[0].equals("(" + test[0] + "," + test[1] + ")")) {
                throw new IllegalArgumentException("line " + (line + 1) + ": the two files are about different pairs");
            }
            int[] others = IntStream.range(1, listed.length)
                    .map(i -> Integer.parseInt(listed[i]))
                    .filter(item -> item != target)
                    .distinct()
                    .toArray();
            Query user = Query.of(Integer.parseInt(test[0]));
            double[] scores = new double[others.length];
            model.score(user, others, scores);
            double own = model.score(user, target);
            int rank = 1
                    + (int) IntStream.range(0, scores.length)
                            .filter(i -> scores[i] > own)
                            .count();
            hits += HitRateAtK.ofRank(rank, K);
            gains += NdcgAtK.ofRank(rank, K);
        }
        System.out.printf(
                Locale.ROOT,
                "%-9s  %5d  %7.4f  %7.4f%n",
                name,
                tests.size(),
                hits / tests.size(),
                gains / tests.size());
    }
}
