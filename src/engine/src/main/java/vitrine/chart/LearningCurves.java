package vitrine.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import vitrine.explain.Figures;
import vitrine.train.EpochRecord;
import vitrine.train.TrainingHistory;

/**
 * How a model learned, in pictures that carry their yardsticks: without the loss of always saying the base rate, the
 * accuracy of always saying no, and what popularity and ItemKNN reach, no curve can be judged.
 */
public final class LearningCurves {
    static final Figures FIGURES = new Figures(3);
    private static final Dimension WIDE = new Dimension(ContributionChart.PAGE_WIDTH, 280);
    private static final Dimension HALF = new Dimension(392, 248);

    /** Keeps the first and last dot whole. */
    private static final double DOT_MARGIN = .015;

    private final List<EpochRecord> epochs;
    private final TrainingHistory history;
    private final OptionalInt best;
    private final OptionalInt stopped;
    private final ChartWords words;

    /**
     * @param best the epoch kept as the model
     * @param stopped the epoch at which early stopping ended training
     * @throws IllegalArgumentException when the model has no epochs
     */
    public LearningCurves(TrainingHistory history, OptionalInt best, OptionalInt stopped, Locale language) {
        if (history.epochs().isEmpty()) {
            throw new IllegalArgumentException("a model without epochs has no learning curves");
        }
        this.history = history;
        this.epochs = history.epochs();
        this.best = best;
        this.stopped = stopped;
        this.words = ChartWords.in(language);
    }

    /** Whether validation measured {@code metric} at any epoch. */
    public boolean measured(String metric) {
        return epochs.stream().anyMatch(e -> e.validation().containsKey(metric));
    }

    /**
     * Validation ranking by epoch.
     *
     * @param metric {@code ndcg} or {@code hr}
     * @param name as printed, such as {@code nDCG@10}
     * @param yardsticks what models that need no training reach on the same validation targets
     */
    public Chart ranking(String metric, String name, SortedMap<String, Double> yardsticks) {
        double[] values = validation(metric);
        List<CurveLine> lines = new ArrayList<>();
        lines.add(validationLine(values));
        yardsticks.forEach((model, value) -> lines.add(CurveLine.yardstick(model, xLimits(), value)));
        double top = Math.min(1, 1.08 * largest(lines));
        return chart(words.rankingTitle(name), name, lines, axis(0, top > 0 ? top : 1, 6), values, WIDE);
    }

    /** Loss of training and validation, with the base rate's. */
    public Chart loss() {
        double[] values = validation("loss");
        List<CurveLine> lines = pair(EpochRecord::loss, values);
        lines.add(CurveLine.yardstick(words.baseRate(), xLimits(), history.baseRateLoss()));
        double low = smallest(lines);
        double high = largest(lines);
        double margin = high > low ? .05 * (high - low) : .05;
        return chart(
                words.lossTitle(),
                words.loss(),
                lines,
                axis(Math.max(0, low - margin), high + margin, 5),
                values,
                HALF);
    }

    /** Accuracy of training and validation at 0.5, with that of always saying no. */
    public Chart accuracy() {
        double[] values = validation("accuracy");
        List<CurveLine> lines = pair(EpochRecord::accuracy, values);
        lines.add(CurveLine.yardstick(words.alwaysNo(), xLimits(), history.alwaysNoAccuracy()));
        double low = smallest(lines) < .5 ? 0 : .5;
        return chart(words.accuracyTitle(), words.accuracy(), lines, axis(low, 1, 6), values, HALF);
    }

    private Chart chart(
            String title, String quantity, List<CurveLine> lines, CurveSheet.Axis y, double[] ringed, Dimension size) {
        double[] x = xLimits();
        CurveSheet.Axis xAxis = new CurveSheet.Axis(x, NiceTicks.whole(x[0], x[1], size.equals(WIDE) ? 12 : 6));
        CurveSheet sheet = new CurveSheet(lines, xAxis, y, marks(ringed), Optional.empty(), words.epoch(), true);
        return new Curves(title, words.curves(quantity, lines, epochs.size(), best), size, sheet);
    }

    private List<CurveSheet.Mark> marks(double[] ringed) {
        List<CurveSheet.Mark> marks = new ArrayList<>();
        best.ifPresent(epoch -> {
            Anchor anchor = stopped.isPresent() ? Anchor.END : Anchor.MIDDLE;
            marks.add(new CurveSheet.Mark(epoch, words.best(epoch), at(ringed, epoch), anchor));
        });
        stopped.ifPresent(
                epoch -> marks.add(new CurveSheet.Mark(epoch, words.stopped(epoch), Double.NaN, Anchor.START)));
        return marks;
    }

    private double at(double[] values, int epoch) {
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).epoch() == epoch) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    private List<CurveLine> pair(ToDoubleFunction<EpochRecord> training, double[] validation) {
        List<CurveLine> lines = new ArrayList<>();
        double[] values = epochs.stream().mapToDouble(training).toArray();
        lines.add(new CurveLine(words.training(), x(), values, Token.TRAIN, CurveLine.Dash.SOLID, 1.25, false));
        if (!Double.isNaN(new CurveLine("", x(), validation, Token.FG, CurveLine.Dash.SOLID, 1, false).last())) {
            lines.add(validationLine(validation));
        }
        return lines;
    }

    private CurveLine validationLine(double[] values) {
        return new CurveLine(words.validation(), x(), values, Token.VALID, CurveLine.Dash.SOLID, 2, true);
    }

    private double[] validation(String metric) {
        return epochs.stream()
                .mapToDouble(e -> e.validation().getOrDefault(metric, Double.NaN))
                .toArray();
    }

    private double[] x() {
        return epochs.stream().mapToDouble(EpochRecord::epoch).toArray();
    }

    private double[] xLimits() {
        double first = epochs.get(0).epoch();
        double last = epochs.get(epochs.size() - 1).epoch();
        double margin = last > first ? DOT_MARGIN * (last - first) : .5;
        return new double[] {first - margin, last + margin};
    }

    private static CurveSheet.Axis axis(double low, double high, int most) {
        return new CurveSheet.Axis(new double[] {low, high}, NiceTicks.of(low, high, most));
    }

    private static double largest(List<CurveLine> lines) {
        return lines.stream()
                .flatMapToDouble(l -> java.util.Arrays.stream(l.y()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private static double smallest(List<CurveLine> lines) {
        return lines.stream()
                .flatMapToDouble(l -> java.util.Arrays.stream(l.y()))
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }

    private record Curves(String title, String description, Dimension size, CurveSheet sheet) implements Chart {
        @Override
        public JFreeChart draw(ChartTheme theme, boolean titled) {
            return sheet.draw(this, theme, titled);
        }
    }
}
