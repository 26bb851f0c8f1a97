package vitrine.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of a layer's heat map, with the choice of units and of the colour scale already made.
 *
 * @param rowNames one a row; neighbouring padding is one row
 * @param padding rows that hold nothing: hatched, neither coloured nor counted in the limits
 * @param units numbers of the units shown, ascending
 * @param leftOut positions that are not shown for want of room, padding not counted
 * @param allRows how many positions the layer has
 * @param allUnits how many units the layer has
 * @param values one row a position, one column a shown unit
 * @param scale how colour follows value
 * @param low value at the scale's lower end
 * @param high value at the scale's upper end
 */
public record HeatMapData(
        List<String> rowNames,
        boolean[] padding,
        int[] units,
        int leftOut,
        int allRows,
        int allUnits,
        double[][] values,
        Scale scale,
        double low,
        double high) {
    /** Layers up to here are shown whole: cells stay at least 6 pixels wide. */
    static final int SHOWN_WHOLE = 96;

    /** Larger layers: the strongest units, in index order. */
    static final int STRONGEST = 64;

    /** Chosen by the range of the values, never by taste. */
    public enum Scale {
        /** Signed: diverging about zero, limits plus and minus the largest size. */
        DIVERGING,
        /** Not negative: from zero. */
        SEQUENTIAL,
        /** Bounded, such as a sigmoid's output: fixed, 0 to 1. */
        UNIT
    }

    public HeatMapData {
        rowNames = List.copyOf(rowNames);
    }

    /**
     * @param shape {@code [units]} or {@code [positions, units]}; further dimensions are joined to the units
     * @param values row-major
     * @param rowNames one a position; missing ones are numbered
     * @param padding one a position, or empty
     * @param bounded whether the layer can only put out values from 0 to 1
     */
    public static HeatMapData of(
            int[] shape, double[] values, List<String> rowNames, boolean[] padding, boolean bounded) {
        int rows = shape.length < 2 ? 1 : shape[0];
        int units = rows == 0 ? 0 : values.length / rows;
        boolean[] empty = Arrays.copyOf(padding, rows);
        int[] shown =
                units <= SHOWN_WHOLE ? IntStream.range(0, units).toArray() : strongest(values, rows, units, empty);
        int[] starts = IntStream.range(0, rows)
                .filter(r -> !(r > 0 && empty[r] && empty[r - 1]))
                .toArray();
        String[] names = new String[starts.length];
        boolean[] hatched = new boolean[starts.length];
        double[][] cells = new double[starts.length][];
        for (int i = 0; i < starts.length; i++) {
            int row = starts[i];
            int joined = (i + 1 < starts.length ? starts[i + 1] : rows) - row;
            String name = row < rowNames.size() ? rowNames.get(row) : Integer.toString(row);
            names[i] = joined > 1 ? name + " × " + joined : name;
            hatched[i] = empty[row];
            cells[i] = Arrays.stream(shown)
                    .mapToDouble(u -> values[row * units + u])
                    .toArray();
        }
        double[] seen = IntStream.range(0, cells.length)
                .filter(i -> !hatched[i])
                .mapToObj(i -> cells[i])
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double low = Arrays.stream(seen).reduce(0, Math::min);
        double high = Arrays.stream(seen).reduce(0, Math::max);
        Scale scale = low < 0 ? Scale.DIVERGING : bounded ? Scale.UNIT : Scale.SEQUENTIAL;
        double size = Math.max(high, -low);
        double top = scale == Scale.UNIT || size == 0 ? 1 : size;
        double bottom = scale == Scale.DIVERGING ? -top : 0;
        return new HeatMapData(List.of(names), hatched, shown, 0, rows, units, cells, scale, bottom, top);
    }

    /**
     * The same map with at most {@code most} rows: those whose cells are largest in sum, in their order; padding goes first.
     * Colours keep the limits of the whole layer.
     */
    public HeatMapData strongestRows(int most) {
        if (rowNames.size() <= most) {
            return this;
        }
        List<Integer> filled = IntStream.range(0, padding.length)
                .filter(r -> !padding[r])
                .boxed()
                .toList();
        List<Integer> kept = filled.stream()
                .sorted(Comparator.comparingDouble(r -> -size(values[r])))
                .limit(Math.max(1, most))
                .sorted()
                .toList();
        return new HeatMapData(
                kept.stream().map(rowNames::get).toList(),
                new boolean[kept.size()],
                units,
                leftOut + filled.size() - kept.size(),
                allRows,
                allUnits,
                kept.stream().map(r -> values[r]).toArray(double[][]::new),
                scale,
                low,
                high);
    }

    private static double size(double[] row) {
        return Arrays.stream(row).filter(Double::isFinite).map(Math::abs).sum();
    }

    private static int[] strongest(double[] values, int rows, int units, boolean[] padding) {
        double[] size = new double[units];
        for (int r = 0; r < rows; r++) {
            for (int u = 0; u < units && !padding[r]; u++) {
                size[u] = Math.max(size[u], Math.abs(values[r * units + u]));
            }
        }
        return IntStream.range(0, units)
                .boxed()
                .sorted(Comparator.comparingDouble(u -> -size[u]))
                .limit(STRONGEST)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Step of the nine-step palette, 0 to 8; -1 for what is not a number. */
    int step(double value) {
        if (!Double.isFinite(value)) {
            return -1;
        }
        double share = (value - low) / (high - low);
        return (int) Math.max(0, Math.min(8, Math.floor(share * 9)));
    }

    boolean hasPadding() {
        for (boolean p : padding) {
            if (p) {
                return true;
            }
        }
        return false;
    }
}
