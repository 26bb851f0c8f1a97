package vitrine.metric;

import java.util.Arrays;

/**
 * Positions of the k highest of n scores, best first, without sorting all: a heap of k, O(n log k). Equal scores rank
 * in the order given, NaN ranks last; so the result is the head of {@link Ranks}' order.
 */
public final class PartialTopK {
    private PartialTopK() {}

    /**
     * @param k at least 0
     * @return {@code min(k, n)} positions
     */
    public static int[] of(double[] scores, int k) {
        int size = Math.min(k, scores.length);
        int[] heap = new int[size];
        for (int i = 0; i < size; i++) {
            heap[i] = i;
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(scores, heap, i, size);
        }
        for (int i = size; i < scores.length && size > 0; i++) {
            if (precedes(scores, i, heap[0])) {
                heap[0] = i;
                siftDown(scores, heap, 0, size);
            }
        }
        for (int last = size - 1; last > 0; last--) {
            int worst = heap[0];
            heap[0] = heap[last];
            heap[last] = worst;
            siftDown(scores, heap, 0, last);
        }
        return Arrays.copyOf(heap, size);
    }

    /** Whether position {@code a} ranks before position {@code b}. */
    static boolean precedes(double[] scores, int a, int b) {
        double left = scores[a];
        double right = scores[b];
        if (left > right) {
            return true;
        }
        if (left == right || (Double.isNaN(left) && Double.isNaN(right))) {
            return a < b;
        }
        return Double.isNaN(right);
    }

    /** The worst of the heap is at its root. */
    private static void siftDown(double[] scores, int[] heap, int from, int size) {
        int parent = from;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && precedes(scores, heap[child], heap[child + 1])) {
                child++;
            }
            if (precedes(scores, heap[child], heap[parent])) {
                return;
            }
            int swap = heap[parent];
            heap[parent] = heap[child];
            heap[child] = swap;
            parent = child;
        }
    }
}
