package vitrine.model;

import vitrine.network.Parameters;

/** The formula of {@link vitrine.network.HistoryConvolution} in double precision, one loop a symbol: an oracle. */
final class NaiveCnn {
    private final Cnn model;
    private final Parameters parameters;
    /** Smallest distance of any unit from its kink in the last call. */
    double nearestKink;

    NaiveCnn(Cnn model) {
        this.model = model;
        this.parameters = model.parameters();
    }

    /** @param x history weights, then the user's vector */
    double score(Query query, int item, double[] x) {
        int d = model.settings().dim();
        int n = query.history().length;
        int slots = 1 + n;
        double[][] channels = new double[slots][3 * d];
        double[] weights = new double[slots];
        for (int j = 0; j < slots; j++) {
            weights[j] = j == 0 ? 1 : x[j - 1];
            for (int k = 0; k < d; k++) {
                double token = j == 0 ? x[n + k] : vector(model.itemRow(query.history()[j - 1]), k);
                double candidate = vector(model.itemRow(item), k);
                channels[j][k] = weights[j] * token;
                channels[j][d + k] = weights[j] * candidate;
                channels[j][2 * d + k] = weights[j] * token * candidate;
            }
        }
        return parameters.values("score.bias")[0] + pooled(channels, weights);
    }

    private double pooled(double[][] channels, double[] weights) {
        int filters = model.settings().filters();
        int kernel = model.settings().kernel();
        float[] filter = parameters.values("conv1d.weight");
        double sum = 0;
        nearestKink = Double.POSITIVE_INFINITY;
        for (int p = 0; p < weights.length; p++) {
            for (int f = 0; f < filters; f++) {
                double h = parameters.values("conv1d.bias")[f];
                for (int o = 0; o < kernel; o++) {
                    int j = p + o - kernel / 2;
                    for (int c = 0; j >= 0 && j < weights.length && c < channels[j].length; c++) {
                        h += channels[j][c] * filter[(o * channels[j].length + c) * filters + f];
                    }
                }
                nearestKink = Math.min(nearestKink, Math.abs(h));
                sum += weights[p] * Math.max(h, 0) / weights.length * parameters.values("score.weight")[f];
            }
        }
        return sum;
    }

    private double vector(int row, int k) {
        return parameters.values("vectors")[row * model.settings().dim() + k];
    }
}
