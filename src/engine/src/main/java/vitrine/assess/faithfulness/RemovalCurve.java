package vitrine.assess.faithfulness;

/**
 * Normalised score along a removal test; first entry nothing removed (or kept), last entry everything.
 *
 * @param share share of the history removed (kept), 0 to 1
 * @param deletion normalised score when deleting top bins
 * @param insertion normalised score when keeping only top bins
 */
public record RemovalCurve(double[] share, double[] deletion, double[] insertion) {}
