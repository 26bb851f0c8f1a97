package vitrine.assess.faithfulness;

/**
 * Normalised score along a removal test; first entry nothing removed (or kept), last entry everything. The whole
 * history stands at 1 and no history at 0; where the history <em>lowers</em> the item's score, at -1 and 0 (see {@link
 * RemovalTest}).
 *
 * @param share share of the history removed (kept), 0 to 1
 * @param deletion normalised score when deleting top bins
 * @param insertion normalised score when keeping only top bins
 */
public record RemovalCurve(double[] share, double[] deletion, double[] insertion) {}
