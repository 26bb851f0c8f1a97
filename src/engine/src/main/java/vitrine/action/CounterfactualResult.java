package vitrine.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code counterfactual}.
 *
 * @param k length of the list
 * @param goal {@code drop} out of the list or {@code lift} into it
 * @param found whether some removal of history items does it
 * @param removed the smallest found, oldest first
 * @param size how many
 * @param certified found: no smaller removal does it; not found: none does
 * @param sizesRuledOut every removal of up to so many other items was tried or proved useless
 * @param before where the item stands, among all items the user has not taken
 * @param after null when nothing was found
 * @param replacedBy what comes into the list when the item falls out
 * @param replaces what falls out of the list when the item comes in
 * @param questions put to the model for the removal
 * @param context the smallest change of the moment; null for a model that reads none
 * @param foldedIn whether all ranks and scores are those of a vector fitted to the history
 */
public record CounterfactualResult(
        @Nullable String user,
        String item,
        String title,
        int k,
        String goal,
        boolean found,
        List<Item> removed,
        int size,
        boolean certified,
        int sizesRuledOut,
        Place before,
        @Nullable Place after,
        @Nullable Listed replacedBy,
        @Nullable Listed replaces,
        long questions,
        @Nullable Moment context,
        ExplainResult.Sentence sentence,
        boolean foldedIn,
        double milliseconds) {
    /** A history item. */
    public record Item(String item, String title) {}

    /** Rank from 1 and score before squashing. */
    public record Place(int rank, double score) {}

    /** An item at a place of the list. */
    public record Listed(String item, String title, int rank) {}

    /** A change of the moment; fields as for removals. */
    public record Moment(
            boolean found,
            List<OpenCounterfactual.MomentChange> changes,
            int size,
            boolean certified,
            @Nullable Place after,
            @Nullable Listed replacedBy,
            @Nullable Listed replaces,
            long questions) {}
}
