package vitrine.assess;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import vitrine.data.split.RatioSplit;
import vitrine.data.split.Splitter;
import vitrine.data.split.StratifiedSplit;
import vitrine.data.split.TemporalSplit;
import vitrine.run.WrongUsageException;

/** The protocols by name. */
public final class Protocols {
    private static final Map<String, LongFunction<Splitter>> FULL = Map.of(
            StratifiedSplit.NAME,
            StratifiedSplit::new,
            RatioSplit.NAME,
            RatioSplit::new,
            "temporal",
            seed -> new TemporalSplit());

    public static final List<String> NAMES = List.of(
            LeaveOneOutProtocol.SAMPLED, LeaveOneOutProtocol.FULL, StratifiedSplit.NAME, RatioSplit.NAME, "temporal");

    private Protocols() {}

    /**
     * @param k cut-off of the ranking measures, 1 to 1000
     * @param seed of what is drawn: the split, the sampled candidates
     */
    public static Protocol named(String name, int k, long seed) {
        if (!NAMES.contains(name)) {
            throw new WrongUsageException(
                    "There is no protocol \"" + name + "\". Known: " + String.join(", ", NAMES) + ".");
        }
        if (k < 1 || k > 1000) {
            throw new WrongUsageException("--k must lie between 1 and 1000, not " + k + ".");
        }
        LongFunction<Splitter> full = FULL.get(name);
        return full == null
                ? new LeaveOneOutProtocol(name, k, seed)
                : new FullRankingProtocol(full.apply(seed), k, seed);
    }
}
