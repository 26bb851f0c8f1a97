package vitrine.data.split;

import java.util.BitSet;
import vitrine.data.InteractionLog;

/**
 * What is trained on and what is held out.
 *
 * @param name the splitter's name, written into every model ({@code none}, {@code loo}, {@code temporal})
 * @param log the whole log; rows below are its rows
 * @param trainTargets rows to learn, first occurrences of (user, item), ascending
 * @param testTargets held-out rows, first occurrences of (user, item), ascending
 * @param validationTargets rows held out to choose a model by, first occurrences, ascending; never asked for in a test
 * @param hidden rows training must not see: held out, or telling of what is held out
 * @param trainHistories what training may see, and what is known when a held-out row is asked for
 */
public record Split(
        String name,
        InteractionLog log,
        int[] trainTargets,
        int[] testTargets,
        int[] validationTargets,
        BitSet hidden,
        Histories trainHistories) {
    static Split of(String name, InteractionLog log, int[] trainTargets, int[] testTargets, BitSet hidden) {
        return of(name, log, trainTargets, testTargets, new int[0], hidden);
    }

    static Split of(
            String name,
            InteractionLog log,
            int[] trainTargets,
            int[] testTargets,
            int[] validationTargets,
            BitSet hidden) {
        Histories histories = Histories.of(log, row -> !hidden.get(row));
        return new Split(name, log, trainTargets, testTargets, validationTargets, hidden, histories);
    }

    /** Whether another seed would hold out other rows. */
    public boolean isDrawn() {
        return isDrawn(name);
    }

    /** The same of the split of that name. */
    public static boolean isDrawn(String name) {
        return name.equals(StratifiedSplit.NAME) || name.equals(RatioSplit.NAME);
    }

    /** The rows training may see, as a log of its own with the same id numbers. */
    public InteractionLog trainingLog() {
        InteractionLog.Builder builder =
                new InteractionLog.Builder(log.users(), log.items()).withPlaces(log.regions(), log.devices());
        if (!log.hasTimes()) {
            builder.withoutTimes();
        }
        for (int row = hidden.nextClearBit(0); row < log.size(); row = hidden.nextClearBit(row + 1)) {
            builder.add(log, row);
        }
        return builder.build();
    }
}
