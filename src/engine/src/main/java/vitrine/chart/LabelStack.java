package vitrine.chart;

import java.util.Arrays;
import java.util.Comparator;

/** Places labels beside the ends of lines: as near as possible to where they belong, never over each other. */
final class LabelStack {
    private LabelStack() {}

    /**
     * @param wanted where each label would like its middle, from the top
     * @param pitch least distance of two middles
     * @return where each goes, same order as {@code wanted}, within {@code top} to {@code bottom} if there is room
     */
    static double[] place(double[] wanted, double pitch, double top, double bottom) {
        Integer[] order = new Integer[wanted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        double[] placed = new double[wanted.length];
        double above = Double.NEGATIVE_INFINITY;
        for (int i : order) {
            placed[i] = Math.max(Math.max(wanted[i], top), above + pitch);
            above = placed[i];
        }
        double below = bottom + pitch;
        for (int n = order.length - 1; n >= 0; n--) {
            int i = order[n];
            placed[i] = Math.min(placed[i], below - pitch);
            below = placed[i];
        }
        return placed;
    }
}
