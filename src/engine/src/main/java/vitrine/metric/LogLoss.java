package vitrine.metric;

/**
 * Binary cross-entropy in nats, from logits: {@code -log(sigmoid(z))} for a positive, {@code -log(1 - sigmoid(z))} for
 * a negative, written so that large logits neither overflow nor round to an infinite loss.
 */
public final class LogLoss {
    private LogLoss() {}

    public static double of(double logit, boolean positive) {
        double against = positive ? -logit : logit;
        return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
    }

    /** Mean over at least one example. */
    public static double of(double[] logits, boolean[] positive) {
        if (logits.length != positive.length || logits.length == 0) {
            throw new IllegalArgumentException(logits.length + " logits but " + positive.length + " labels");
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += of(logits[i], positive[i]);
        }
        return sum / logits.length;
    }
}
