package vitrine.data.split;

import java.util.Arrays;
import java.util.BitSet;
import vitrine.data.InteractionLog;

/**
 * Holds out each user's last target in row order (stable by time; the last file row among equal times), of users with
 * at least two. Later repeats of the held-out item are hidden from histories as well. Not leak-free in global time: one
 * user's training rows may be later than another's held-out row. He et al., Neural Collaborative Filtering, 2017.
 */
public final class LeaveOneOut implements Splitter {
    @Override
    public String name() {
        return "loo";
    }

    @Override
    public Split split(InteractionLog log) {
        int[] targets = Targets.of(log);
        int[] train = new int[targets.length];
        int[] test = new int[log.users().size()];
        int trainSize = 0;
        int testSize = 0;
        BitSet hidden = new BitSet(log.size());
        for (int i = 0; i < targets.length; i++) {
            int row = targets[i];
            int user = log.user(row);
            boolean first = i == 0 || log.user(targets[i - 1]) != user;
            boolean last = i + 1 == targets.length || log.user(targets[i + 1]) != user;
            if (last && !first) {
                test[testSize++] = row;
                hide(log, row, hidden);
            } else {
                train[trainSize++] = row;
            }
        }
        return Split.of(name(), log, Arrays.copyOf(train, trainSize), Arrays.copyOf(test, testSize), hidden);
    }

    private static void hide(InteractionLog log, int heldOut, BitSet hidden) {
        int end = log.userStart(log.user(heldOut) + 1);
        for (int row = heldOut; row < end; row++) {
            if (log.item(row) == log.item(heldOut)) {
                hidden.set(row);
            }
        }
    }
}
