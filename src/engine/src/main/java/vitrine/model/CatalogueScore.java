package vitrine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vitrine.network.DifferentiableFunction;
import vitrine.network.Executor;
import vitrine.network.Network;

/** One item's logit as a function of the history's weights. Float32 inside. Not thread-safe. */
final class CatalogueScore implements DifferentiableFunction {
    private final Executor executor;
    private final float[] weights;
    private final float[] weightGradients;
    private final float[] logits;
    private final float[] logitGradients;
    private final int first;
    private final int dimension;
    private final int unit;
    private final double scale;

    /**
     * @param network whose input {@link CatalogueRecommender#WEIGHTS} has the weights from number {@code first} on
     * @param scale what a weight is multiplied by before it enters
     */
    private CatalogueScore(
            CatalogueRecommender model, Network network, Query query, int item, int first, double scale) {
        this.executor = new Executor(network, model.parameters(), 1);
        int[] candidates = {item};
        model.place(executor, query, candidates);
        this.weights = executor.values(CatalogueRecommender.WEIGHTS);
        this.weightGradients = executor.gradients(CatalogueRecommender.WEIGHTS);
        this.logits = executor.values(network.output().name());
        this.logitGradients = executor.gradients(network.output().name());
        this.first = first;
        this.dimension = query.history().length;
        this.unit = model.column(candidates, 0);
        this.scale = scale;
    }

    /** A part a history item; reference: all weights 0. */
    static PartedScore parted(
            CatalogueRecommender model, Network network, Query query, int item, int first, double scale) {
        int n = query.history().length;
        List<Part> parts = new ArrayList<>();
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            parts.add(new Part(Part.Kind.HISTORY, i, i, i + 1));
            point[i] = query.weights()[i];
        }
        CatalogueScore score = new CatalogueScore(model, network, query, item, first, scale);
        return new PartedScore(parts, score, point, new double[n]);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] x) {
        for (int i = 0; i < dimension; i++) {
            weights[first + i] = (float) (scale * x[i]);
        }
        executor.forward(1);
        return logits[unit];
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        double value = value(x);
        Arrays.fill(logitGradients, 0f);
        logitGradients[unit] = 1f;
        executor.backward(1);
        for (int i = 0; i < dimension; i++) {
            gradient[i] = scale * weightGradients[first + i];
        }
        return value;
    }
}
