package vitrine.action;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code search}.
 *
 * @param protocol on validation data: inside the training part of the protocol, whose test rows nobody saw
 * @param ranges what each searched hyper-parameter was drawn from, in words
 * @param trials in the order they ran
 * @param best the trial with all epochs that has the largest metric; of equals the earliest; empty when none has one
 * @param complete false when time ran out first
 * @param resumed how many trials came from the file
 */
public record SearchResult(
        String model,
        String protocol,
        String metric,
        String strategy,
        int budget,
        SortedMap<String, String> ranges,
        List<Trial> trials,
        Optional<Trial> best,
        boolean complete,
        int resumed,
        double seconds) {
    /**
     * One candidate, trained and measured.
     *
     * @param candidate its number, from 0; 0 has the defaults
     * @param rung 0 for the shortest training under halving; always 0 under random search
     * @param parameters what was drawn or fixed; everything else has the model's default
     * @param metric on validation data; null when training diverged, or the protocol does not have the
     *     measure
     * @param full whether it was trained with all epochs
     */
    public record Trial(
            int candidate,
            int rung,
            SortedMap<String, String> parameters,
            @Nullable Double metric,
            boolean full,
            double seconds) {
        /** Whether it came to a measure. */
        public boolean measured() {
            return metric != null;
        }

        /** Its metric, to sort by: what was not measured stands below everything. */
        public double standing() {
            return metric == null ? Double.NEGATIVE_INFINITY : metric;
        }
    }
}
