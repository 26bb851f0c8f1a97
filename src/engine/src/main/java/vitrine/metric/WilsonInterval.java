package vitrine.metric;

/**
 * 95 % interval of a share by Wilson's score (1927): with z = 1.96, share p and n trials,
 *
 * <pre>(p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)</pre>
 *
 * Holds for rare events, where mean and deviation do not. Trials are taken as independent.
 *
 * @param low lower end, from 0
 * @param high upper end, to 1
 */
public record WilsonInterval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** @param events 0 to {@code trials}, of which there is one at least */
    public static WilsonInterval of(long events, long trials) {
        if (trials < 1 || events < 0 || events > trials) {
            throw new IllegalArgumentException("no share: " + events + " of " + trials);
        }
        double p = (double) events / trials;
        double z2 = Z * Z / trials;
        double middle = p + z2 / 2;
        double half = Math.sqrt(z2 * (p * (1 - p) + z2 / 4));
        return new WilsonInterval(
                events == 0 ? 0 : (middle - half) / (1 + z2), events == trials ? 1 : (middle + half) / (1 + z2));
    }
}
