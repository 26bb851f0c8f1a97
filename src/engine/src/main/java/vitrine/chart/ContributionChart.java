package vitrine.chart;

import java.awt.Dimension;
import java.awt.Paint;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;

/** The contributions to one score as signed bars; see {@link ContributionRows} for which and in which order. */
public final class ContributionChart implements Chart {
    /** Width of a chart on a page, in pixels. */
    public static final int PAGE_WIDTH = 860;

    static final int AXIS_HEIGHT = 28;
    private static final int PITCH = 28;
    private static final double BAR_SHARE = .7;
    private static final double TAIL_OPACITY = .3;
    private static final double LARGEST_LABEL_SHARE = .46;

    private final ContributionRows rows;
    private final Figures figures;
    private final ChartWords words;
    private final int width;

    /** @param figures how the explanation's numbers are printed, shared with its sum line */
    public ContributionChart(List<LabelledPart> parts, Figures figures, Locale language) {
        this(parts, figures, language, ContributionRows.SINGLES, PAGE_WIDTH);
    }

    /**
     * @param singles largest number of single rows, see {@link ContributionRows#of}
     * @param width in pixels, for a region that is narrower or wider than a page
     */
    public ContributionChart(List<LabelledPart> parts, Figures figures, Locale language, int singles, int width) {
        this.rows = ContributionRows.of(parts, singles);
        this.figures = figures;
        this.words = ChartWords.in(language);
        this.width = width;
    }

    /** What a row says: its name and its signed value. */
    public String rowText(int row) {
        ContributionRows.Row at = rows.rows().get(row);
        return words.rowLabel(at) + " " + figures.signed(at.value());
    }

    /**
     * The row at a height of the untitled picture.
     *
     * @param height of the whole picture
     */
    public OptionalInt rowAt(double y, double height) {
        int row = (int) Math.floor(y / pitch(height));
        return y >= 0 && row < rows.rows().size() ? OptionalInt.of(row) : OptionalInt.empty();
    }

    /** Height of one row when the untitled picture is {@code height} high. */
    public double pitch(double height) {
        return (height - AXIS_HEIGHT) / Math.max(1, rows.rows().size());
    }

    /** The rows drawn. */
    public ContributionRows rows() {
        return rows;
    }

    @Override
    public String title() {
        return words.contributionsTitle();
    }

    @Override
    public String description() {
        return words.contributions(rows, figures);
    }

    @Override
    public Dimension size() {
        return new Dimension(width, PITCH * Math.max(1, rows.rows().size()) + AXIS_HEIGHT);
    }

    @Override
    public JFreeChart draw(ChartTheme theme, boolean titled) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < rows.rows().size(); i++) {
            data.addValue(rows.rows().get(i).value(), "", Integer.valueOf(i));
        }
        List<String> labels = rows.rows().stream().map(words::rowLabel).toList();
        double labelWidth = Math.min(LARGEST_LABEL_SHARE * width, ChartFrame.widest(labels) + 12);
        CategoryAxis names = new CategoryAxis();
        names.setVisible(false);
        names.setLowerMargin(0);
        names.setUpperMargin(0);
        names.setCategoryMargin(1 - BAR_SHARE);
        double[] limits = rows.limits();
        CategoryPlot plot = new CategoryPlot(data, names, ChartFrame.axis(limits), new Bars(theme));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        AxisSpace left = new AxisSpace();
        left.setLeft(labelWidth);
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(AXIS_HEIGHT);
        plot.setFixedDomainAxisSpace(left);
        plot.setFixedRangeAxisSpace(bottom);
        plot.addAnnotation(new ContributionLabels(rows, labels, labelWidth - 12, limits, figures, theme));
        return ChartFrame.frame(plot, this, theme, titled);
    }

    /** One series; colour by sign, the "others" rows pale with a full outline. */
    private final class Bars extends BarRenderer {
        private static final long serialVersionUID = 1L;
        private final transient ChartTheme theme;

        Bars(ChartTheme theme) {
            this.theme = theme;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setDrawBarOutline(true);
            setMinimumBarLength(2);
            setDefaultOutlineStroke(ChartFrame.solid(1));
            setAutoPopulateSeriesOutlineStroke(false);
        }

        @Override
        public Paint getItemPaint(int series, int column) {
            ContributionRows.Row row = rows.rows().get(column);
            boolean single = row.kind() == ContributionRows.Kind.SINGLE;
            return theme.color(token(row), single ? 1 : TAIL_OPACITY);
        }

        @Override
        public Paint getItemOutlinePaint(int series, int column) {
            return theme.color(token(rows.rows().get(column)));
        }
    }

    private static Token token(ContributionRows.Row row) {
        return row.value() > 0 ? Token.RAISE : Token.LOWER;
    }
}
