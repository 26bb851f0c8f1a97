package vitrine.explain.counterfactual;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where an item stands for one question.
 *
 * @param rank among the candidates, 1 the best, ties by the candidates' order
 * @param score before squashing
 * @param margin its score minus the k-th best of all other candidates: above 0 within the first k, below 0 behind them;
 *     infinite with fewer than k others
 * @param top the first k candidates, best first
 */
public record Outcome(int rank, double score, double margin, int[] top) {
    /** Those of the first k here that are not among the first k of {@code other}, best first. */
    public int[] without(Outcome other) {
        Set<Integer> there = new HashSet<>();
        IntStream.of(other.top).forEach(there::add);
        return Arrays.stream(top).filter(item -> !there.contains(item)).toArray();
    }
}
