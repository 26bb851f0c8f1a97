package vitrine.assess;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import vitrine.metric.Accuracy;
import vitrine.metric.CalibrationError;
import vitrine.metric.LogLoss;
import vitrine.run.SeededRandom;

/**
 * Log-odds of what one user chose, and of items drawn from the other candidates, {@value #NEGATIVES} for each whatever a model
 * was taught with, so that models compare; that is also the number of negatives models are taught with by default.
 *
 * @param chosen at least one
 */
record LogitSample(double[] chosen, double[] others) {
    private static final int NEGATIVES = 4;

    /** What answering no to everything would be right in. */
    static final double ALWAYS_NO_ACCURACY = (double) NEGATIVES / (1 + NEGATIVES);

    /**
     * @param scores one a candidate
     * @param positive which candidates were chosen
     */
    static LogitSample of(double[] scores, boolean[] positive, SeededRandom random) {
        double[] chosen = new double[scores.length];
        double[] rest = new double[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i]) {
                chosen[count++] = scores[i];
            } else {
                rest[i - count] = scores[i];
            }
        }
        int left = scores.length - count;
        double[] drawn = new double[Math.min(NEGATIVES, left) * count];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = rest[random.nextInt(left)];
        }
        return new LogitSample(Arrays.copyOf(chosen, count), drawn);
    }

    /** Mean log loss (binary cross-entropy). */
    double loss() {
        double sum = Arrays.stream(chosen).map(score -> LogLoss.of(score, true)).sum();
        for (double score : others) {
            sum += LogLoss.of(score, false);
        }
        return sum / (chosen.length + others.length);
    }

    /** Share on the right side of even odds. */
    double accuracy() {
        long right = Arrays.stream(chosen)
                        .filter(score -> Accuracy.isRight(score, true))
                        .count()
                + Arrays.stream(others)
                        .filter(score -> Accuracy.isRight(score, false))
                        .count();
        return (double) right / (chosen.length + others.length);
    }

    /** Of all users' samples: how far the odds taught are from what such a sample holds. */
    static double calibrationError(List<LogitSample> samples) {
        double[] odds = samples.stream()
                .flatMapToDouble(
                        sample -> DoubleStream.concat(Arrays.stream(sample.chosen), Arrays.stream(sample.others)))
                .toArray();
        boolean[] positive = new boolean[odds.length];
        int at = 0;
        for (LogitSample sample : samples) {
            Arrays.fill(positive, at, at + sample.chosen.length, true);
            at += sample.chosen.length + sample.others.length;
        }
        return CalibrationError.of(
                Arrays.stream(odds).map(score -> 1 / (1 + Math.exp(-score))).toArray(), positive);
    }
}
