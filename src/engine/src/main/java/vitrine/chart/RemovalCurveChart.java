package vitrine.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.RemovalCurve;

/**
 * What is left of the score while the history is taken away, most important first: this explanation's order against item
 * similarity, popularity, and the band where 90 % of the random orders lie. Lower is better.
 */
public final class RemovalCurveChart implements Chart {
    private static final int HEIGHT = 280;
    private static final int NARROW = 600;

    private final Faithfulness measured;
    private final ChartWords words;
    private final Dimension size;

    public RemovalCurveChart(Faithfulness measured, Locale language) {
        this(measured, language, new Dimension(ContributionChart.PAGE_WIDTH, HEIGHT));
    }

    /** @param size in pixels; a narrow picture uses shorter names */
    public RemovalCurveChart(Faithfulness measured, Locale language, Dimension size) {
        this.measured = measured;
        this.words = ChartWords.in(language);
        this.size = size;
    }

    @Override
    public String title() {
        return words.removalTitle();
    }

    @Override
    public String description() {
        return words.removal(measured);
    }

    @Override
    public Dimension size() {
        return new Dimension(size);
    }

    @Override
    public JFreeChart draw(ChartTheme theme, boolean titled) {
        double[] share = measured.curve().share();
        List<CurveLine> lines = new ArrayList<>();
        boolean narrow = size.width < NARROW;
        control(lines, "popularity", words.popularityOrder(), Token.MUTED, CurveLine.Dash.DASH_DOT);
        control(lines, "cosine", words.cosineOrder(narrow), Token.VALID, CurveLine.Dash.DASHED);
        lines.add(new CurveLine(
                words.thisExplanation(narrow),
                share,
                measured.curve().deletion(),
                Token.RAISE,
                CurveLine.Dash.SOLID,
                2.5,
                false));
        Optional<CurveSheet.Band> band = measured.randomLow().length == share.length
                ? Optional.of(new CurveSheet.Band(
                        words.randomBand(narrow), share, measured.randomLow(), measured.randomHigh()))
                : Optional.empty();
        double[] all = DoubleStream.concat(
                        lines.stream().flatMapToDouble(l -> Arrays.stream(l.y())),
                        band.stream()
                                .flatMapToDouble(
                                        b -> DoubleStream.concat(Arrays.stream(b.low()), Arrays.stream(b.high()))))
                .filter(Double::isFinite)
                .toArray();
        double low = Math.min(0, Arrays.stream(all).min().orElse(0));
        double high = Math.max(1, Arrays.stream(all).max().orElse(1));
        CurveSheet sheet = new CurveSheet(
                lines,
                new CurveSheet.Axis(new double[] {0, 1}, NiceTicks.of(0, 1, 6)),
                new CurveSheet.Axis(new double[] {low, high}, NiceTicks.of(low, high, 6)),
                List.of(),
                band,
                words.shareRemoved(narrow),
                false);
        return sheet.draw(this, theme, titled);
    }

    private void control(List<CurveLine> lines, String name, String label, Token color, CurveLine.Dash dash) {
        RemovalCurve curve = measured.controlCurves().get(name);
        if (curve != null) {
            lines.add(new CurveLine(label, curve.share(), curve.deletion(), color, dash, 1.5, false));
        }
    }
}
