package vitrine.assess.faithfulness;

/**
 * What a removal test measured for one order of the history.
 *
 * @param rawDel mean score while deleting the top bins, in the score's own unit
 * @param rawIns mean score while keeping only the top bins
 */
public record RemovalOutcome(RemovalScores scores, RemovalCurve curve, double rawDel, double rawIns) {}
