package vitrine.action;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code evaluate}.
 *
 * @param metrics means over users, and over seeds where there are several; null where the protocol does not measure it
 * @param seconds of everything, reading included
 * @param usersWithoutTest users of the data with nothing held out (of the first seed)
 * @param intervals of each metric a mean with its 95 % interval: over seeds where there are several, else over users
 * @param intervalsOver {@code users} or {@code seeds}
 * @param seeds metrics by seed, in the order asked
 * @param groups metrics by group of users (of the first seed); empty when not asked
 * @param given what could be used of given files
 * @param trainSeconds of training, all seeds; 0 for a file
 * @param scoreSeconds of ranking and measuring, all seeds
 * @param reliability whether calibrated probabilities came true (of the first seed)
 */
public record EvaluateResult(
        String model,
        String protocol,
        int k,
        int users,
        SortedMap<String, @Nullable Double> metrics,
        double seconds,
        int usersWithoutTest,
        SortedMap<String, Interval> intervals,
        String intervalsOver,
        List<SeedMeasures> seeds,
        List<GroupMeasures> groups,
        Optional<GivenCounts> given,
        double trainSeconds,
        double scoreSeconds,
        ProbabilityCheck reliability) {
    /** What one seed gave. */
    public record SeedMeasures(long seed, SortedMap<String, Double> metrics) {}

    /** What one group of users got. */
    public record GroupMeasures(String group, int users, SortedMap<String, Double> metrics) {}

    /** Metrics alone. */
    public EvaluateResult(
            String model,
            String protocol,
            int k,
            int users,
            SortedMap<String, @Nullable Double> metrics,
            double seconds) {
        this(
                model,
                protocol,
                k,
                users,
                metrics,
                seconds,
                0,
                new TreeMap<>(),
                "users",
                List.of(),
                List.of(),
                Optional.empty(),
                0,
                seconds,
                ProbabilityCheck.without("other-event"));
    }
}
