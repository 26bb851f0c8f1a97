package vitrine.desktop.screen.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import vitrine.assess.Reliability;
import vitrine.chart.Token;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.i18n.Texts;
import vitrine.words.Percentages;

/**
 * Predicted against observed, both on a logarithmic scale, since most probabilities are tiny. On the dashed line everything
 * came true; the upright strokes are 95 % intervals of what was observed.
 */
final class ReliabilityPlot {
    private static final double SMALLEST = 1e-6;
    /** Behind the point of a percentage: two digits of the smallest. */
    private static final int MOST_DECIMALS = 6;

    private final Texts texts;
    private final DoubleFunction<String> percent;

    ReliabilityPlot(Texts texts) {
        this.texts = texts;
        this.percent = power -> percent(Math.pow(10, power), 1);
    }

    /** As everywhere, but with decimals for so many digits of what is smaller. */
    private String percent(double probability, int digits) {
        int usual = Percentages.forLargest(probability).decimals();
        int needed = probability > 0 ? digits - 1 - (int) Math.floor(Math.log10(100 * probability) + 1e-9) : 0;
        return texts.of(new Percentages(Math.min(MOST_DECIMALS, Math.max(usual, needed))).words(probability));
    }

    /** What has a place on the axes: all that is counted, too. */
    private static List<Reliability.Bin> drawn(Reliability reliability) {
        return reliability.bins().stream()
                .filter(bin -> bin.predicted() > SMALLEST)
                .toList();
    }

    Plot of(Reliability reliability) {
        List<Reliability.Bin> bins = drawn(reliability).stream()
                .sorted(Comparator.comparingDouble(Reliability.Bin::predicted))
                .toList();
        if (bins.isEmpty()) {
            return Plot.EMPTY;
        }
        double low = .9
                * bins.stream()
                        .mapToDouble(bin -> Math.min(bin.predicted(), bin.low() > SMALLEST ? bin.low() : 1))
                        .min()
                        .orElse(SMALLEST);
        double high = 1.1
                * bins.stream()
                        .mapToDouble(bin -> Math.max(bin.predicted(), bin.high()))
                        .max()
                        .orElse(1);
        Plot.Axis axis = new Plot.Axis(Math.log10(low), Math.log10(high), powers(low, high), percent);
        List<Plot.Line> lines = new ArrayList<>();
        double[] ends = {axis.low(), axis.high()};
        lines.add(new Plot.Line("", ends, ends, Token.YARDSTICK, Plot.Style.YARDSTICK, percent));
        for (Reliability.Bin bin : bins) {
            double x = Math.log10(bin.predicted());
            double[] interval = {Math.log10(Math.max(low, bin.low())), Math.log10(bin.high())};
            lines.add(new Plot.Line("", new double[] {x, x}, interval, Token.MUTED, Plot.Style.THIN, percent));
        }
        lines.add(new Plot.Line(
                "",
                bins.stream().mapToDouble(bin -> Math.log10(bin.predicted())).toArray(),
                bins.stream()
                        .mapToDouble(bin -> bin.observed() > 0 ? Math.log10(bin.observed()) : Double.NaN)
                        .toArray(),
                Token.VALID,
                Plot.Style.DOTTED_POINTS,
                percent));
        return new Plot(axis, axis, lines, List.of(), sentence(reliability));
    }

    private static double[] powers(double low, double high) {
        int first = (int) Math.ceil(Math.log10(low));
        int last = (int) Math.floor(Math.log10(high));
        return IntStream.rangeClosed(first, last).mapToDouble(power -> power).toArray();
    }

    /** "9 of 10 groups of products were taken next as often as predicted …". */
    String sentence(Reliability reliability) {
        return sentence("train.probabilities.measured", reliability);
    }

    /** The same for a small card, with what the axes are. */
    String brief(Reliability reliability) {
        return sentence("train.probabilities.short", reliability);
    }

    private String sentence(String key, Reliability reliability) {
        return texts.get(
                key,
                drawn(reliability).stream().filter(Reliability.Bin::holds).count(),
                drawn(reliability).size(),
                texts.numbers().decimal(100 * reliability.calibrationError(), 0),
                texts.numbers().decimal(100 * reliability.chanceError(), 0),
                texts.numbers().count(reliability.users()));
    }

    /** The values of the point nearest to a place of the axis. */
    String read(Reliability reliability, double at) {
        return drawn(reliability).stream()
                .min(Comparator.comparingDouble(bin -> Math.abs(Math.log10(bin.predicted()) - at)))
                .map(bin -> texts.get(
                        "train.probabilities.bin",
                        percent(bin.predicted(), 2),
                        percent(bin.observed(), 2),
                        percent(bin.low(), 2),
                        percent(bin.high(), 2)))
                .orElse("");
    }
}
