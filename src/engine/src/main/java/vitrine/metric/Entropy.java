package vitrine.metric;

/**
 * Entropy, in nats, of the shares of absolute contributions: how complex an explanation is. 0: one part carries
 * everything; ln n: all n parts count the same. Source: Bhatt, Weller and Moura, 2020.
 */
public final class Entropy {
    private Entropy() {}

    /** @return 0 when there is no value or all are 0 */
    public static double of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        double entropy = 0;
        for (double value : values) {
            double share = Math.abs(value) / sum;
            if (share > 0) {
                entropy -= share * Math.log(share);
            }
        }
        return entropy;
    }
}
