package vitrine.train;

import java.util.Arrays;
import vitrine.run.SeededRandom;

/**
 * Each user's training targets in time order, cut from the newest back into windows of as many items as a model looks at.
 * After every item of a window an item of the user's next moment is asked for, drawn anew each epoch where a moment has
 * several (a basket's items do not follow each other); in a user's first window the first moment is asked for before all
 * items.
 */
final class SequenceWindows {
    /** No item is asked for. */
    static final int NONE = -1;

    private final TrainingData data;
    /** First target of the user, of the window, and one past the window's last. */
    private final int[] userFirst;

    private final int[] from;
    private final int[] to;
    /** Of each target: first target of the user's next moment and one past its last; equal where there is none. */
    private final int[] nextFrom;

    private final int[] nextTo;

    /** @param length most items in a window */
    SequenceWindows(TrainingData data, int length) {
        this.data = data;
        int n = data.targets();
        this.nextFrom = new int[n];
        this.nextTo = new int[n];
        int[] first = new int[n + 1];
        int[] begin = new int[n];
        int[] end = new int[n];
        int windows = 0;
        for (int start = 0; start < n; ) {
            int stop = start;
            while (stop < n && data.targetUser(stop) == data.targetUser(start)) {
                stop++;
            }
            linkMoments(start, stop);
            // What is asked for last is never read.
            int last = lastMoment(start, stop);
            for (int high = last; high > start || (high == start && high == last); high -= length) {
                first[windows] = start;
                begin[windows] = Math.max(start, high - length);
                end[windows] = high;
                windows++;
            }
            start = stop;
        }
        this.userFirst = Arrays.copyOf(first, windows);
        this.from = Arrays.copyOf(begin, windows);
        this.to = Arrays.copyOf(end, windows);
    }

    private int lastMoment(int start, int stop) {
        int first = stop - 1;
        while (first > start && data.targetTime(first - 1) == data.targetTime(stop - 1)) {
            first--;
        }
        return first;
    }

    private void linkMoments(int start, int stop) {
        int laterFrom = stop;
        int laterTo = stop;
        for (int high = stop; high > start; ) {
            int low = high - 1;
            while (low > start && data.targetTime(low - 1) == data.targetTime(high - 1)) {
                low--;
            }
            Arrays.fill(nextFrom, low, high, laterFrom);
            Arrays.fill(nextTo, low, high, laterTo);
            laterFrom = low;
            laterTo = high;
            high = low;
        }
    }

    int count() {
        return from.length;
    }

    int user(int window) {
        return data.targetUser(userFirst[window]);
    }

    /** Its items, oldest first. */
    int[] items(int window) {
        int[] items = new int[to[window] - from[window]];
        for (int i = 0; i < items.length; i++) {
            items[i] = data.targetItem(from[window] + i);
        }
        return items;
    }

    /** What comes next: before the first item, then after each of them; {@link #NONE} where nothing is asked for. */
    int[] targets(int window, SeededRandom random) {
        int[] targets = new int[1 + to[window] - from[window]];
        int first = userFirst[window];
        targets[0] = NONE;
        if (from[window] == first) {
            int stop = first + 1;
            while (stop < data.targets()
                    && data.targetUser(stop) == data.targetUser(first)
                    && data.targetTime(stop) == data.targetTime(first)) {
                stop++;
            }
            targets[0] = data.targetItem(first + random.nextInt(stop - first));
        }
        for (int i = 1; i < targets.length; i++) {
            int index = from[window] + i - 1;
            int choices = nextTo[index] - nextFrom[index];
            targets[i] = choices == 0 ? NONE : data.targetItem(nextFrom[index] + random.nextInt(choices));
        }
        return targets;
    }
}
