package vitrine.train;

import vitrine.metric.Accuracy;
import vitrine.metric.LogLoss;
import vitrine.model.Gru;
import vitrine.network.BayesianPersonalisedRanking;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Loss;
import vitrine.network.SampledSoftmax;

/** What is asked of the scores of a positive and its negatives while a model learns. */
public enum Objective {
    /** Each is a yes or a no of its own: binary cross-entropy, right on its side of 0. */
    POINTWISE {
        @Override
        public Loss loss(int negatives) {
            return new BinaryCrossEntropy();
        }

        @Override
        double lossSum(double positive, double[] negatives, int count) {
            double loss = LogLoss.of(positive, true);
            for (int i = 0; i < count; i++) {
                loss += LogLoss.of(negatives[i], false);
            }
            return loss;
        }

        @Override
        long right(double positive, double[] negatives, int count) {
            long right = Accuracy.isRight(positive, true) ? 1 : 0;
            for (int i = 0; i < count; i++) {
                right += Accuracy.isRight(negatives[i], false) ? 1 : 0;
            }
            return right;
        }

        @Override
        long examples(int count) {
            return 1L + count;
        }

        @Override
        double ignorantLoss(int negatives) {
            double positives = 1.0 / (1 + negatives);
            return -positives * Math.log(positives) - (1 - positives) * Math.log(1 - positives);
        }

        @Override
        double ignorantAccuracy(int negatives) {
            return 1 - 1.0 / (1 + negatives);
        }
    },

    /** The positive above each negative: Bayesian personalised ranking (Rendle et al., 2009); an example is a pair. */
    PAIRWISE {
        @Override
        public Loss loss(int negatives) {
            return new BayesianPersonalisedRanking(negatives);
        }

        @Override
        double lossSum(double positive, double[] negatives, int count) {
            double loss = 0;
            for (int i = 0; i < count; i++) {
                loss += LogLoss.of(positive - negatives[i], true);
            }
            return loss;
        }

        @Override
        long right(double positive, double[] negatives, int count) {
            long right = 0;
            for (int i = 0; i < count; i++) {
                right += positive > negatives[i] ? 1 : 0;
            }
            return right;
        }

        @Override
        long examples(int count) {
            return count;
        }

        @Override
        double ignorantLoss(int negatives) {
            return Math.log(2);
        }

        @Override
        double ignorantAccuracy(int negatives) {
            return 0.5;
        }
    },

    /** The positive first among all of them: cross-entropy of a softmax over the positive and its negatives. */
    SOFTMAX {
        @Override
        public Loss loss(int negatives) {
            return new SampledSoftmax(Gru.CANDIDATES, 1 + negatives);
        }

        @Override
        double lossSum(double positive, double[] negatives, int count) {
            double most = positive;
            for (int i = 0; i < count; i++) {
                most = Math.max(most, negatives[i]);
            }
            double sum = Math.exp(positive - most);
            for (int i = 0; i < count; i++) {
                sum += Math.exp(negatives[i] - most);
            }
            return Math.log(sum) + most - positive;
        }

        @Override
        long right(double positive, double[] negatives, int count) {
            for (int i = 0; i < count; i++) {
                if (!(positive > negatives[i])) {
                    return 0;
                }
            }
            return 1;
        }

        @Override
        long examples(int count) {
            return 1;
        }

        @Override
        double ignorantLoss(int negatives) {
            return Math.log(1.0 + negatives);
        }

        @Override
        double ignorantAccuracy(int negatives) {
            return 1.0 / (1 + negatives);
        }
    };

    public abstract Loss loss(int negatives);

    /**
     * Of a positive with its negatives, as {@link #loss} counts it.
     *
     * @param negatives scores, of which the first {@code count} are read
     */
    abstract double lossSum(double positive, double[] negatives, int count);

    /** How many examples among them come out right. */
    abstract long right(double positive, double[] negatives, int count);

    /** How many examples a positive with so many negatives is. */
    abstract long examples(int count);

    /** The loss of who knows nothing of users and items. */
    abstract double ignorantLoss(int negatives);

    /** The accuracy of the same. */
    abstract double ignorantAccuracy(int negatives);
}
