package vitrine.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import vitrine.network.Parameters;
import vitrine.network.kernel.Arithmetic;

/** Scores of {@link NeuMf} for many items of one user, by {@link TwoSidedRanking}: one side is the user. */
final class NeuMfRanking {
    private final Arithmetic arithmetic = Arithmetic.fastest();
    private final int factors;
    private final int width;
    private final float[] userFactors;
    private final float[] userVectors;
    /** W_1 of the user, by input, then unit. */
    private final float[] userWeights;

    private final TwoSidedRanking ranking;

    NeuMfRanking(NeuMfSettings settings, Parameters p) {
        this.factors = settings.factors();
        this.width = settings.width();
        this.userFactors = p.values("gmf.users");
        this.userVectors = p.values("mlp.users");
        float[] first = p.values("mlp1.weight");
        this.userWeights = Arrays.copyOf(first, width * width);
        float[] itemFactors = p.values("gmf.items");
        int items = itemFactors.length / factors;
        float[] halves = new float[items * width];
        arithmetic.product(
                items,
                width,
                width,
                p.values("mlp.items"),
                0,
                width,
                1,
                first,
                width * width,
                width,
                p.values("mlp1.bias"),
                0,
                0,
                halves,
                0,
                width);
        this.ranking = new TwoSidedRanking(
                factors,
                settings.layers(),
                IntStream.rangeClosed(2, settings.layers().size())
                        .mapToObj(layer -> "mlp" + layer)
                        .toList(),
                "score",
                p,
                itemFactors,
                halves);
    }

    /**
     * @param user table row
     * @param wanted table rows
     */
    void score(int user, int[] wanted, double[] scores) {
        score(userFactors, user * factors, userVectors, user * width, wanted, scores);
    }

    /**
     * @param ownFactors a user's, of the factorisation
     * @param ownVector a user's, of the perceptron
     * @param wanted table rows
     */
    void score(float[] ownFactors, float[] ownVector, int[] wanted, double[] scores) {
        score(ownFactors, 0, ownVector, 0, wanted, scores);
    }

    private void score(
            float[] ownFactors, int fromFactors, float[] ownVector, int fromVector, int[] wanted, double[] scores) {
        float[] half = new float[width];
        arithmetic.addProduct(1, width, width, ownVector, fromVector, width, 1, userWeights, 0, width, half, 0, width);
        ranking.score(ownFactors, fromFactors, half, wanted, scores);
    }
}
