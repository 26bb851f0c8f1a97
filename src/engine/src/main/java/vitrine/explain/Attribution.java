package vitrine.explain;

/**
 * What an attribution algorithm says about a function at a point.
 *
 * @param values one a coordinate (or group of coordinates)
 * @param score the function at the point
 * @param referenceScore the function at the reference
 */
public record Attribution(double[] values, double score, double referenceScore) {
    /** |sum of the values - (score - referenceScore)|: 0 for a complete method computed without error. */
    public double convergenceDelta() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return Math.abs(sum - (score - referenceScore));
    }
}
