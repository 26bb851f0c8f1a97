package vitrine.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vitrine.chart.HeatMapData;
import vitrine.chart.LayerHeatMap;
import vitrine.chart.XmlText;
import vitrine.explain.Figures;
import vitrine.network.LayerActivation;

/** What the network's layers put out for the question explained above. */
final class InsideSection {
    private final ReportContent.Inside inside;

    InsideSection(ReportContent.Inside inside) {
        this.inside = inside;
    }

    static String heading(Page page) {
        return page.say("Inside the network", "网络内部");
    }

    void write(Page page) {
        int layers = inside.layers().size();
        String title = XmlText.oneLine(inside.title());
        page.section(
                "inside",
                heading(page),
                page.say(
                        layers + " layers lead from user " + inside.user() + " and " + title + " to the score.",
                        "从用户 " + inside.user() + " 与 " + title + " 到得分共经过 " + layers + " 层。"));
        inside.layers().stream()
                .filter(ReportContent.Layer::drawn)
                .forEach(layer -> page.titledFigure(heatMap(layer, page.language())));
        table(page);
        page.end();
    }

    /** The layer's heat map. */
    static LayerHeatMap heatMap(ReportContent.Layer layer, Locale language) {
        LayerActivation activation = layer.activation();
        double[] values = new double[activation.values().length];
        Arrays.setAll(values, i -> activation.values()[i]);
        boolean dense = activation.shape().length < 2;
        boolean chinese = language.getLanguage().equals("zh");
        List<String> rows = dense ? List.of(chinese ? "激活值" : "activation") : layer.rowNames();
        HeatMapData data = HeatMapData.of(activation.shape(), values, rows, layer.padding(), layer.bounded());
        return new LayerHeatMap(activation.name(), chinese ? "激活值（无单位）" : "activation (no unit)", data, language);
    }

    private void table(Page page) {
        page.html()
                .tableHead(
                        page.say("Layers from input to output", "从输入到输出的各层"),
                        List.of(
                                page.say("Layer", "层"),
                                page.say("Kind", "类型"),
                                "#" + page.say("Shape", "形状"),
                                "#" + page.say("Smallest", "最小值"),
                                "#" + page.say("Mean", "均值"),
                                "#" + page.say("Largest", "最大值"),
                                "#" + page.say("Zeros", "零值")));
        for (ReportContent.Layer layer : inside.layers()) {
            row(page, layer.activation());
        }
        page.html().tableEnd();
    }

    private static void row(Page page, LayerActivation layer) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int zeros = 0;
        for (float value : layer.values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            sum += value;
            zeros += value == 0 ? 1 : 0;
        }
        int n = layer.values().length;
        Figures three = new Figures(3);
        page.html()
                .raw("<tr>")
                .rowHead(layer.name())
                .cell(layer.type())
                .number(Arrays.stream(layer.shape()).mapToObj(Integer::toString).collect(Collectors.joining(" × ")))
                .number(three.plain(low))
                .number(three.plain(n == 0 ? Double.NaN : sum / n))
                .number(three.plain(high))
                .number(n == 0 ? Figures.NOTHING : Math.round(100.0 * zeros / n) + page.say(" %", "%"))
                .raw("</tr>\n");
    }
}
