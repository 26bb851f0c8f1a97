package vitrine.assess.faithfulness;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The measured evidence for one explanation.
 *
 * @param k rank that counts as "still recommended" in POS and NEG: max(5, original rank)
 * @param removable number of history items that could be removed
 * @param scores of the explanation's own order
 * @param curve of the explanation's own order
 * @param controls the same measures for {@code random} (DEL and INS: mean over all random orders; POS, NEG and CDCG:
 *     over the first {@link FaithfulnessOptions#rankedRandomOrders()} of them), {@code popularity}, {@code
 *     cosine}, and {@code greedy} (the best order a greedy search finds: the ceiling)
 * @param controlCurves curves of the controls; for random the mean curve
 * @param randomLow 5 % quantile of the deletion curves of the random orders, one a step
 * @param randomHigh 95 % quantile
 * @param pValue (1 + random orders with F at least ours) / (orders + 1)
 * @param randomOrders how many random orders were drawn
 * @param seed their seed
 * @param infidelity normalised infidelity under random removals
 * @param sensitivityMax largest relative change of the contributions under single-item swaps; empty when not run
 * @param notTested what the removal tests say nothing about, as codes ({@code user}, {@code item}, {@code context},
 *     {@code randomisation}, {@code sensitivity})
 */
public record Faithfulness(
        int k,
        int removable,
        RemovalScores scores,
        RemovalCurve curve,
        SortedMap<String, RemovalScores> controls,
        SortedMap<String, RemovalCurve> controlCurves,
        double[] randomLow,
        double[] randomHigh,
        double pValue,
        int randomOrders,
        long seed,
        OptionalDouble infidelity,
        OptionalDouble sensitivityMax,
        List<String> notTested) {
    public Faithfulness {
        notTested = List.copyOf(notTested);
    }

    /** The same evidence with one more code of what it says nothing about, the first of them. */
    public Faithfulness withoutTesting(String code) {
        List<String> more = Stream.concat(Stream.of(code), notTested.stream()).toList();
        return new Faithfulness(
                k,
                removable,
                scores,
                curve,
                controls,
                controlCurves,
                randomLow,
                randomHigh,
                pValue,
                randomOrders,
                seed,
                infidelity,
                sensitivityMax,
                more);
    }

    /**
     * The measures of one control order.
     *
     * @throws IllegalArgumentException when there is no control of that name
     */
    public RemovalScores control(String name) {
        RemovalScores scores = controls.get(name);
        if (scores == null) {
            throw new IllegalArgumentException("no control " + name + "; there are " + controls.keySet());
        }
        return scores;
    }
}
