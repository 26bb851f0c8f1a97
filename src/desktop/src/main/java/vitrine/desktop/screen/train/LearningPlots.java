package vitrine.desktop.screen.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import vitrine.chart.Token;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.chart.Ticks;
import vitrine.desktop.i18n.Texts;
import vitrine.train.EpochRecord;

/** Curves with the yardsticks without which no curve can be judged. */
final class LearningPlots {
    private static final int DECIMALS = 3;
    private final Texts texts;
    private final DoubleFunction<String> value;

    LearningPlots(Texts texts) {
        this.texts = texts;
        this.value = v -> texts.numbers().decimal(v, DECIMALS);
    }

    /** @param measure {@code ndcg} or {@code hr} */
    Plot ranking(Curves curves, String measure) {
        double[] values = curves.validation(measure);
        List<Plot.Line> lines = new ArrayList<>();
        curves.yardsticks()
                .getOrDefault(measure, new TreeMap<>())
                .forEach((model, level) -> lines.add(yardstick(texts.get("model." + model), curves, level)));
        lines.add(validation(curves, values));
        double top = 1.1 * largest(lines, .1);
        return plot(curves, lines, new double[] {0, Math.min(1, top)}, marks(curves, values), 5);
    }

    Plot loss(Curves curves) {
        List<Plot.Line> lines = new ArrayList<>();
        lines.add(yardstick(ignorant("train.base", curves), curves, curves.baseRateLoss()));
        lines.add(training(curves, curves.live().loss(), EpochRecord::loss));
        lines.add(validation(curves, curves.validation("loss")));
        double high = largest(lines, 1);
        double low = smallest(lines);
        double margin = Math.max(.01, .05 * (high - low));
        return plot(
                curves,
                lines,
                new double[] {Math.max(0, low - margin), high + margin},
                marks(curves, curves.validation("loss")),
                4);
    }

    Plot accuracy(Curves curves) {
        List<Plot.Line> lines = new ArrayList<>();
        lines.add(yardstick(ignorant("train.always-no", curves), curves, curves.alwaysNoAccuracy()));
        lines.add(training(curves, curves.live().accuracy(), EpochRecord::accuracy));
        lines.add(validation(curves, curves.validation("accuracy")));
        double low = smallest(lines) < .5 ? 0 : .5;
        return plot(curves, lines, new double[] {low, 1}, marks(curves, curves.validation("accuracy")), 5);
    }

    /** Of two items one stands above: who knows nothing tosses a coin; of several one stands first: a guess. */
    private String ignorant(String usual, Curves curves) {
        return texts.get(
                switch (curves.objective()) {
                    case POINTWISE -> usual;
                    case PAIRWISE -> "train.coin";
                    case SOFTMAX -> "train.guess";
                });
    }

    private Plot plot(Curves curves, List<Plot.Line> lines, double[] range, List<Plot.Mark> marks, int ticks) {
        double low = start(curves);
        double high = end(curves);
        return new Plot(
                new Plot.Axis(low, high, Ticks.whole(1, curves.asked(), 10), v -> String.valueOf(Math.round(v))),
                new Plot.Axis(
                        range[0],
                        range[1],
                        Ticks.of(range[0], range[1], ticks),
                        v -> texts.numbers().decimal(v, 2)),
                lines,
                marks,
                description(lines));
    }

    private static double start(Curves curves) {
        return curves.live().x().length > 0 ? 0 : Math.min(.8, curves.asked() - .5);
    }

    private static double end(Curves curves) {
        return curves.asked() + (curves.asked() == 1 ? .5 : .15);
    }

    private String description(List<Plot.Line> lines) {
        List<String> ends = new ArrayList<>();
        for (Plot.Line line : lines) {
            for (int i = line.y().length - 1; i >= 0; i--) {
                if (!Double.isNaN(line.y()[i])) {
                    ends.add(line.label() + " " + value.apply(line.y()[i]));
                    break;
                }
            }
        }
        return String.join(", ", ends);
    }

    private Plot.Line training(Curves curves, double[] live, ToDoubleFunction<EpochRecord> mean) {
        boolean inside = live.length > 0;
        return new Plot.Line(
                texts.get("train.training"),
                inside ? curves.live().x() : x(curves),
                inside ? live : curves.epochs().stream().mapToDouble(mean).toArray(),
                Token.TRAIN,
                Plot.Style.THIN,
                value);
    }

    private Plot.Line validation(Curves curves, double[] values) {
        return new Plot.Line(
                texts.get("train.validation"), x(curves), values, Token.VALID, Plot.Style.DOTTED_POINTS, value);
    }

    private Plot.Line yardstick(String label, Curves curves, double level) {
        double[] ends = {start(curves), end(curves)};
        return new Plot.Line(label, ends, new double[] {level, level}, Token.YARDSTICK, Plot.Style.YARDSTICK, value);
    }

    private List<Plot.Mark> marks(Curves curves, double[] ringed) {
        List<Plot.Mark> marks = new ArrayList<>();
        curves.best()
                .ifPresent(best -> marks.add(new Plot.Mark(
                        best, texts.get("train.best", best), best <= ringed.length ? ringed[best - 1] : Double.NaN)));
        curves.stopped()
                .ifPresent(epoch -> marks.add(
                        new Plot.Mark(epoch, texts.get("train.stopped", epoch, curves.patience()), Double.NaN)));
        return marks;
    }

    private static double[] x(Curves curves) {
        return curves.epochs().stream().mapToDouble(EpochRecord::epoch).toArray();
    }

    private static double largest(List<Plot.Line> lines, double otherwise) {
        return lines.stream()
                .flatMapToDouble(l -> Arrays.stream(l.y()))
                .filter(Double::isFinite)
                .max()
                .orElse(otherwise);
    }

    private static double smallest(List<Plot.Line> lines) {
        return lines.stream()
                .flatMapToDouble(l -> Arrays.stream(l.y()))
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }
}
