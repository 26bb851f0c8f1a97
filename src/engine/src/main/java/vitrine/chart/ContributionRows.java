package vitrine.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vitrine.explain.LabelledPart;

/**
 * Which bars a contribution chart shows, top to bottom: what raises the score, longest first; the other raising parts in
 * one bar; what lowers it, longest first; the other lowering parts in one bar. Nothing is dropped: single rows, others and
 * parts without effect are all parts.
 *
 * @param rows top to bottom
 * @param noEffect parts whose contribution is exactly zero: counted, not drawn
 * @param parts number of all parts
 */
public record ContributionRows(List<Row> rows, int noEffect, int parts) {
    /** Single rows of a chart with room. */
    public static final int SINGLES = 10;

    /** What a bar stands for. */
    public enum Kind {
        SINGLE,
        OTHERS_RAISE,
        OTHERS_LOWER
    }

    /**
     * One bar.
     *
     * @param part kind of part of a single row (see {@link LabelledPart#kindCode}), else empty
     * @param label title of a single row, else empty
     * @param count how many parts it stands for
     */
    public record Row(Kind kind, String part, String label, double value, int count) {}

    public ContributionRows {
        rows = List.copyOf(rows);
    }

    /** @param singles largest number of single rows; the strongest parts get them, ties in the order given */
    public static ContributionRows of(List<LabelledPart> parts, int singles) {
        List<LabelledPart> moving = parts.stream()
                .filter(p -> p.value() != 0)
                .sorted(Comparator.comparingDouble((LabelledPart p) -> -Math.abs(p.value())))
                .toList();
        Set<Integer> single = new HashSet<>();
        for (int i = 0; i < Math.min(singles, moving.size()); i++) {
            single.add(i);
        }
        List<Row> rows = new ArrayList<>();
        addSide(rows, moving, single, +1, Kind.OTHERS_RAISE);
        addSide(rows, moving, single, -1, Kind.OTHERS_LOWER);
        return new ContributionRows(rows, parts.size() - moving.size(), parts.size());
    }

    private static void addSide(List<Row> rows, List<LabelledPart> moving, Set<Integer> single, int sign, Kind others) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < moving.size(); i++) {
            LabelledPart part = moving.get(i);
            if (Math.signum(part.value()) != sign) {
                continue;
            }
            if (single.contains(i)) {
                rows.add(new Row(Kind.SINGLE, part.kindCode(), part.label(), part.value(), 1));
            } else {
                sum += part.value();
                count++;
            }
        }
        if (count > 0) {
            rows.add(new Row(others, "", "", sum, count));
        }
    }

    /** Number of single rows. */
    public int singles() {
        return (int) rows.stream().filter(r -> r.kind() == Kind.SINGLE).count();
    }

    /** Sum of all bars. */
    public double sum() {
        return rows.stream().mapToDouble(Row::value).sum();
    }

    /** Ends of the value axis, with room for the printed values outside the bars. */
    double[] limits() {
        double low = rows.stream().mapToDouble(Row::value).min().orElse(0);
        double high = rows.stream().mapToDouble(Row::value).max().orElse(0);
        low = Math.min(0, low);
        high = Math.max(0, high);
        double span = high > low ? high - low : 1;
        return new double[] {low - (low < 0 ? .16 : .02) * span, high + (high > 0 ? .16 : .02) * span};
    }
}
