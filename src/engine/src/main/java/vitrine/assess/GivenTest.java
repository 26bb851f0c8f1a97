package vitrine.assess;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What a file says is to be found, in the numbering of the training data.
 *
 * @param file its name, printed with the protocol
 * @param relevant user number to item numbers, ascending, at least one, none of them in the user's training history
 * @param negatives user number to the other items to rank among; empty: all items not in the training history. A
 *     user of {@code relevant} without any would be ranked perfectly whatever the model, so each has some
 */
public record GivenTest(
        String file, SortedMap<Integer, int[]> relevant, Optional<SortedMap<Integer, int[]>> negatives) {
    public GivenTest {
        if (negatives.isPresent() && !negatives.get().keySet().containsAll(relevant.keySet())) {
            throw new IllegalArgumentException("a user to be measured has no items to rank among");
        }
    }
}
