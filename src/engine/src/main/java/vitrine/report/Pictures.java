package vitrine.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vitrine.chart.Chart;
import vitrine.chart.ChartExport;
import vitrine.chart.ChartTheme;
import vitrine.chart.ContributionChart;
import vitrine.chart.LearningCurves;
import vitrine.chart.RemovalCurveChart;
import vitrine.explain.Figures;
import vitrine.run.AtomicFiles;

/** The report's charts as files of their own: PNG for slides, SVG for print. */
public final class Pictures {
    private static final int SCALE = 2;

    private Pictures() {}

    /**
     * Writes every chart of the report in the light theme, at twice its size as PNG and as SVG.
     *
     * @return names of the files written, in the order of the report
     * @throws vitrine.run.BadInputException when the folder cannot be written
     */
    public static List<String> write(Path folder, ReportContent content) {
        List<String> names = new ArrayList<>();
        charts(content).forEach((name, chart) -> {
            byte[] png = ChartExport.png(chart, ChartTheme.light(), SCALE);
            String svg = ChartExport.svg(chart, ChartTheme.light(), name);
            AtomicFiles.write(folder.resolve(name + ".png"), out -> out.write(png));
            AtomicFiles.write(folder.resolve(name + ".svg"), out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
            names.add(name + ".png");
            names.add(name + ".svg");
        });
        return names;
    }

    /** Charts by file name; names are made of what the chart is, never of data. */
    static Map<String, Chart> charts(ReportContent content) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        for (int i = 0; i < content.why().size(); i++) {
            ReportContent.Why why = content.why().get(i);
            String number = content.why().size() == 1 ? "" : "-" + (i + 1);
            Figures figures = Figures.of(why.checked().explanation());
            charts.put("contributions" + number, new ContributionChart(why.parts(), figures, content.language()));
            why.checked()
                    .faithfulness()
                    .ifPresent(m -> charts.put("removal" + number, new RemovalCurveChart(m, content.language())));
        }
        content.training()
                .ifPresent(training -> TrainingSection.curves(training, content.language())
                        .ifPresent(curves -> learning(charts, training, curves)));
        content.inside().ifPresent(inside -> {
            int number = 0;
            for (ReportContent.Layer layer : inside.layers()) {
                number++;
                if (layer.drawn()) {
                    charts.put("layer-" + number, InsideSection.heatMap(layer, content.language()));
                }
            }
        });
        return charts;
    }

    private static void learning(Map<String, Chart> charts, ReportContent.Training training, LearningCurves curves) {
        for (String metric : List.of("ndcg", "hr")) {
            if (curves.measured(metric)) {
                String name = (metric.equals("hr") ? "HR@" : "nDCG@") + training.k();
                charts.put(
                        "ranking-" + metric,
                        curves.ranking(metric, name, training.yardsticks().getOrDefault(metric, new TreeMap<>())));
            }
        }
        charts.put("loss", curves.loss());
        charts.put("accuracy", curves.accuracy());
    }
}
