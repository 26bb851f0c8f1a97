package vitrine.assess.faithfulness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import vitrine.run.CancellationToken;

/**
 * The order a greedy search finds: remove the item whose removal leaves the lowest score, look again, and so on. Near
 * the best an explanation could do in the deletion test, and so the ceiling F is shown against. Ties go to the older
 * item. Cost: n^2 / 2 scores; above {@link #MOST_SINGLE} items a tenth of them goes at each look, which costs about 5.5
 * n.
 */
final class GreedyDeletion {
    private static final int MOST_SINGLE = 50;
    private static final int LOOKS = 10;

    private GreedyDeletion() {}

    static int[] order(RemovalTest test, CancellationToken cancellation) {
        int[] order = test.removable();
        int n = order.length;
        int atOnce = n <= MOST_SINGLE ? 1 : (n + LOOKS - 1) / LOOKS;
        for (int done = 0; done < n; done += atOnce) {
            double[] left = new double[n - done];
            for (int i = done; i < n; i++) {
                cancellation.throwIfCancelled();
                left[i - done] = test.scoreKeeping(without(order, i, done), done + 1, n);
            }
            int[] before = Arrays.copyOfRange(order, done, n);
            int[] best = IntStream.range(0, left.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> left[i]))
                    .limit(atOnce)
                    .mapToInt(i -> before[i])
                    .toArray();
            moveToFront(order, done, before, best);
        }
        return order;
    }

    /** The order with entry {@code i} swapped to {@code done}, so that what stays is one range. */
    private static int[] without(int[] order, int i, int done) {
        int[] swapped = order.clone();
        swapped[i] = order[done];
        swapped[done] = order[i];
        return swapped;
    }

    /** The rest keeps its own order (oldest first), so that ties stay with the older item. */
    private static void moveToFront(int[] order, int from, int[] before, int[] best) {
        int next = from;
        for (int position : best) {
            order[next++] = position;
        }
        for (int position : before) {
            if (Arrays.stream(best).noneMatch(b -> b == position)) {
                order[next++] = position;
            }
        }
    }
}
