package vitrine.data.split;

import java.util.Arrays;
import java.util.BitSet;
import vitrine.data.InteractionLog;
import vitrine.run.BadInputException;

/**
 * One cut through all users at a quantile of the positive events' times. Earlier rows train; of the rows at or after the
 * cut, first occurrences are held out when their user and their item were both known before it. Nothing from the cut on
 * is in a history, so training never sees the future.
 */
public final class TemporalSplit implements Splitter {
    private static final double DEFAULT_QUANTILE = .8;
    private final double quantile;

    public TemporalSplit() {
        this(DEFAULT_QUANTILE);
    }

    /** @param quantile share of the events before the cut, above 0 and below 1 */
    public TemporalSplit(double quantile) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("the quantile must be between 0 and 1, not " + quantile);
        }
        this.quantile = quantile;
    }

    @Override
    public String name() {
        return "temporal";
    }

    @Override
    public Split split(InteractionLog log) {
        if (!log.hasTimes()) {
            throw new BadInputException("The temporal split needs the time of every interaction, and these data have"
                    + " none. Name the time column (--map time=COLUMN), or use --split loo.");
        }
        long cut = cut(log);
        BitSet users = new BitSet();
        BitSet items = new BitSet();
        for (int row = 0; row < log.size(); row++) {
            if (log.isPositive(row) && log.time(row) < cut) {
                users.set(log.user(row));
                items.set(log.item(row));
            }
        }
        int[] targets = Targets.of(log);
        int[] train = Arrays.stream(targets).filter(row -> log.time(row) < cut).toArray();
        int[] test = Arrays.stream(targets)
                .filter(row -> log.time(row) >= cut && users.get(log.user(row)) && items.get(log.item(row)))
                .toArray();
        BitSet hidden = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            hidden.set(row, log.time(row) >= cut);
        }
        return Split.of(name(), log, train, test, hidden);
    }

    /** The smallest time of a positive event that has at least the quantile's share of events before or beside it. */
    private long cut(InteractionLog log) {
        long[] times = new long[log.size()];
        int size = 0;
        for (int row = 0; row < log.size(); row++) {
            if (log.isPositive(row)) {
                times[size++] = log.time(row);
            }
        }
        if (size == 0) {
            return Long.MIN_VALUE;
        }
        Arrays.sort(times, 0, size);
        return times[Math.min(size - 1, (int) (quantile * size))];
    }
}
