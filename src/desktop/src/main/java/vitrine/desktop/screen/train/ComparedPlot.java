package vitrine.desktop.screen.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import vitrine.action.RunComparison;
import vitrine.chart.Token;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.chart.Ticks;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.workspace.ModelRun;

/**
 * Several runs on one pair of axes, each named at its line's end. A run has the same colour and dash wherever it is shown,
 * whatever stands beside it.
 */
final class ComparedPlot {
    private static final List<Plot.Style> DASHES =
            List.of(Plot.Style.RUN, Plot.Style.RUN_DASHED, Plot.Style.RUN_DOTTED, Plot.Style.RUN_MIXED);
    private final Texts texts;
    private final DoubleFunction<String> value;

    ComparedPlot(Texts texts) {
        this.texts = texts;
        this.value = v -> texts.numbers().decimal(v, 3);
    }

    private static Plot.Style dash(ModelRun run) {
        return DASHES.get(run.number() / ModelRun.COLORS.size() % DASHES.size());
    }

    /** @param runs the comparison's, in its order */
    Plot of(List<ModelRun> runs, RunComparison comparison) {
        int epochs = comparison.curves().stream()
                .mapToInt(curve -> curve.values().length)
                .max()
                .orElse(1);
        double low = epochs == 1 ? .5 : .8;
        double high = epochs == 1 ? 1.5 : epochs + .15;
        List<Plot.Line> lines = new ArrayList<>();
        for (RunComparison.Level level : comparison.levels()) {
            lines.add(new Plot.Line(
                    name(runs.get(level.run())),
                    new double[] {low, high},
                    new double[] {level.value(), level.value()},
                    Token.YARDSTICK,
                    Plot.Style.YARDSTICK,
                    value));
        }
        for (RunComparison.Curve curve : comparison.curves()) {
            ModelRun run = runs.get(curve.run());
            double[] x = IntStream.rangeClosed(1, curve.values().length)
                    .asDoubleStream()
                    .toArray();
            lines.add(new Plot.Line(name(run), x, curve.values(), run.color(), dash(run), value));
        }
        double[] range = range(lines, comparison.measure());
        return new Plot(
                new Plot.Axis(low, high, Ticks.whole(1, epochs, 10), v -> String.valueOf(Math.round(v))),
                new Plot.Axis(
                        range[0],
                        range[1],
                        Ticks.of(range[0], range[1], 5),
                        v -> texts.numbers().decimal(v, 2)),
                lines,
                List.of(),
                read(runs, comparison, epochs));
    }

    private String name(ModelRun run) {
        return run.letter() + " " + texts.get("model." + run.model());
    }

    /** What every run has at an epoch, its last one where it ended before. */
    String read(List<ModelRun> runs, RunComparison comparison, int epoch) {
        List<String> values = new ArrayList<>();
        for (RunComparison.Curve curve : comparison.curves()) {
            double at = curve.values()[Math.max(1, Math.min(epoch, curve.values().length)) - 1];
            values.add(name(runs.get(curve.run())) + " " + (Double.isNaN(at) ? "–" : value.apply(at)));
        }
        for (RunComparison.Level level : comparison.levels()) {
            values.add(name(runs.get(level.run())) + " " + value.apply(level.value()));
        }
        return String.join("   ", values);
    }

    /** Shares begin at 0, so that heights can be compared; losses fill the frame. */
    private static double[] range(List<Plot.Line> lines, String measure) {
        double[] all = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.y()))
                .filter(Double::isFinite)
                .toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        double margin = Math.max(.01, .05 * (high - low));
        return measure.equals("ndcg") || measure.equals("hr")
                ? new double[] {0, Math.min(1, 1.1 * high + .01)}
                : new double[] {Math.max(0, low - margin), high + margin};
    }
}
