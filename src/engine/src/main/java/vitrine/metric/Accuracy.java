package vitrine.metric;

/**
 * Share of examples on the right side of probability .5, that is of logit 0 (exactly 0 counts as "no"). Say beside it
 * what always answering "no" would reach: {@link #alwaysNo}.
 */
public final class Accuracy {
    private Accuracy() {}

    /** Mean over at least one example. */
    public static double of(double[] logits, boolean[] positive) {
        if (logits.length != positive.length || logits.length == 0) {
            throw new IllegalArgumentException(logits.length + " logits but " + positive.length + " labels");
        }
        int right = 0;
        for (int i = 0; i < logits.length; i++) {
            if (isRight(logits[i], positive[i])) {
                right++;
            }
        }
        return right / (double) logits.length;
    }

    public static boolean isRight(double logit, boolean positive) {
        return logit > 0 == positive;
    }

    /** The accuracy of answering "no" to everything: the share of negatives. */
    public static double alwaysNo(boolean[] positive) {
        return of(new double[positive.length], positive);
    }
}
