package vitrine.chart;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;
import vitrine.explain.Figures;

/** What one layer put out for one question: positions by name down, units across. */
public final class LayerHeatMap implements Chart {
    /** Longest row name shown, in pixels. */
    private static final double LARGEST_LABEL = 200;

    /** Height of a row of a layer with many units. */
    private static final int ROW = 20;

    private static final int TALL_ROW = 28;
    private static final int FEW_UNITS = 8;

    private static final double[] UNIT_RANGE = {0, 1};

    private final String layer;
    private final String quantity;
    private final HeatMapData data;
    private final ChartWords words;
    private final Cells cells;
    private final int width;

    /**
     * Where the cells lie, in pixels.
     *
     * @param label width kept for row names
     * @param width of a cell with its gap
     * @param height of a cell with its gap
     */
    record Cells(double label, double width, double height) {
        static final int WRITTEN = 48;

        /** Whether values are written into the cells. */
        boolean written() {
            return width >= WRITTEN;
        }
    }

    /**
     * How many rows an untitled picture of this height has room for.
     *
     * @param units how many are shown
     */
    public static int rowsWithin(double height, int units) {
        return (int) Math.max(1, Math.floor((height - HeatMapCells.BELOW) / rowHeight(units)));
    }

    private static double rowHeight(int units) {
        return units <= FEW_UNITS ? TALL_ROW : ROW;
    }

    /**
     * @param layer the layer's name
     * @param quantity what the cells show, with its unit, as printed under the map
     */
    public LayerHeatMap(String layer, String quantity, HeatMapData data, Locale language) {
        this(layer, quantity, data, language, ContributionChart.PAGE_WIDTH);
    }

    /** @param width in pixels, for a region that is narrower or wider than a page */
    public LayerHeatMap(String layer, String quantity, HeatMapData data, Locale language, int width) {
        this.layer = layer;
        this.quantity = quantity;
        this.data = data;
        this.words = ChartWords.in(language);
        this.width = width;
        this.cells = layout(data, width);
    }

    private static Cells layout(HeatMapData data, int width) {
        double label = Math.min(LARGEST_LABEL, ChartFrame.widest(data.rowNames()) + 12);
        double room = Math.max(1, width - label);
        int columns = Math.max(1, data.units().length);
        double cell =
                columns <= FEW_UNITS ? Math.min(64, room / columns) : Math.min(24, Math.floor(4 * room / columns) / 4);
        return new Cells(label, Math.max(2, cell), rowHeight(columns));
    }

    /**
     * The cell at a point of the untitled picture.
     *
     * @return row and column of the shown cells, or empty between and outside them
     */
    public Optional<int[]> cellAt(double x, double y) {
        int column = (int) Math.floor((x - cells.label()) / cells.width());
        int row = (int) Math.floor(y / cells.height());
        boolean inside = column >= 0
                && column < data.units().length
                && row >= 0
                && row < data.rowNames().size();
        return inside ? Optional.of(new int[] {row, column}) : Optional.empty();
    }

    /** Where a cell lies in the untitled picture. */
    public Rectangle2D cell(int row, int column) {
        return new Rectangle2D.Double(
                cells.label() + column * cells.width(), row * cells.height(), cells.width() - 1, cells.height() - 1);
    }

    /** What a cell says: unit, position, value. */
    public String cellText(int row, int column) {
        return words.cell(
                layer, data.rowNames().get(row), data.units()[column], figures().plain(data.values()[row][column]));
    }

    /** The cells drawn. */
    public HeatMapData data() {
        return data;
    }

    @Override
    public String title() {
        return words.layerTitle(layer, data.allRows(), data.allUnits());
    }

    @Override
    public String description() {
        return words.layer(layer, quantity, data, figures());
    }

    @Override
    public Dimension size() {
        double height = cells.height() * data.rowNames().size() + HeatMapCells.BELOW;
        return new Dimension(width, (int) Math.ceil(height));
    }

    @Override
    public JFreeChart draw(ChartTheme theme, boolean titled) {
        XYPlot plot = ChartFrame.plot(
                new XYSeriesCollection(),
                new XYLineAndShapeRenderer(),
                UNIT_RANGE,
                UNIT_RANGE,
                new ChartFrame.Margins(0, cells.label(), HeatMapCells.BELOW, 0));
        plot.addAnnotation(new HeatMapCells(data, cells, figures(), legend(), words, theme));
        return ChartFrame.frame(plot, this, theme, titled);
    }

    private List<String> legend() {
        return words.heatLegend(quantity, data);
    }

    private Figures figures() {
        return Figures.forLargest(data.high());
    }
}
