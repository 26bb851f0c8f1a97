package vitrine.explain.counterfactual;

import java.util.List;
import java.util.Optional;

/**
 * A smallest set of changes that does what was wished, or that none was found.
 *
 * @param k length of the list
 * @param changes what to change; empty when nothing was found
 * @param certified found: every smaller set was ruled out; not found: every set was
 * @param sizesRuledOut every set of up to so many changes was tried or proved to do nothing, the found size left aside
 * @param before where the item stands for the question as asked
 * @param after where it stands with the changes; empty when nothing was found
 * @param questions how many questions were put to the model
 */
public record Counterfactual(
        Goal goal,
        int k,
        List<Change> changes,
        boolean certified,
        int sizesRuledOut,
        Outcome before,
        Optional<Outcome> after,
        long questions) {
    public Counterfactual {
        changes = List.copyOf(changes);
    }

    public boolean isFound() {
        return after.isPresent();
    }

    /**
     * The item that changes places with this one over the end of the list: dropped, the best of those that come in; lifted,
     * the last of those that fall out.
     *
     * @return empty when nothing was found, or a list longer than the candidates takes everybody
     */
    public Optional<Integer> replacement() {
        return after.flatMap(a -> {
            int[] moved = goal == Goal.DROP ? a.without(before) : before.without(a);
            return moved.length == 0
                    ? Optional.empty()
                    : Optional.of(goal == Goal.DROP ? moved[0] : moved[moved.length - 1]);
        });
    }
}
