package vitrine.model;

import java.util.Arrays;
import vitrine.network.DifferentiableFunction;
import vitrine.network.HistoryConvolutionGradient;

/** The score of one item under {@link Cnn} as a function of the history's weights and the user's vector. */
final class CnnScore implements DifferentiableFunction {
    private final Cnn model;
    private final Query query;
    private final int itemRow;
    private final HistoryConvolutionGradient gradient;

    CnnScore(Cnn model, Query query, int item) {
        this.model = model;
        this.query = query;
        this.itemRow = model.itemRow(item);
        this.gradient = model.newGradient();
    }

    @Override
    public int dimension() {
        return query.history().length + model.settings().dim();
    }

    @Override
    public double value(double[] x) {
        place(x);
        return gradient.score(itemRow);
    }

    @Override
    public double valueAndGradient(double[] x, double[] into) {
        place(x);
        gradient.beginQuestion();
        double score = gradient.score(itemRow);
        gradient.pull(0, itemRow, 1f);
        Arrays.fill(into, 0);
        int n = query.history().length;
        for (int i = 0; i < n; i++) {
            into[i] = gradient.weights[1 + i];
        }
        for (int k = 0; k < model.settings().dim(); k++) {
            into[n + k] = gradient.tokens[0][k];
        }
        return score;
    }

    private void place(double[] x) {
        model.fill(gradient.question(), query);
        int n = query.history().length;
        for (int i = 0; i < n; i++) {
            gradient.question().weights[1 + i] = (float) x[i];
        }
        for (int k = 0; k < model.settings().dim(); k++) {
            gradient.question().tokens[k] = (float) x[n + k];
        }
    }
}
