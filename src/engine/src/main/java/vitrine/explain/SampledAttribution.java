package vitrine.explain;

/**
 * An attribution that was estimated from a sample.
 *
 * @param standardErrors one a value, in its unit; NaN where one sample says nothing of the spread
 */
public record SampledAttribution(Attribution attribution, double[] standardErrors) {}
