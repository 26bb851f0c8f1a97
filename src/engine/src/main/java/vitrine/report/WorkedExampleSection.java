package vitrine.report;

import java.util.ArrayList;
import java.util.List;
import vitrine.explain.Figures;
import vitrine.network.LayerActivation;

/** The article's three-layer network with two units a layer, computed by its own formulas. */
final class WorkedExampleSection {
    private static final Figures SIX = new Figures(6);

    private final ReportContent.WorkedExample example;

    WorkedExampleSection(ReportContent.WorkedExample example) {
        this.example = example;
    }

    static String heading(Page page) {
        return page.say("The article's worked example", "文章中的算例");
    }

    void write(Page page) {
        page.section(
                "example",
                heading(page),
                page.say(
                        "The article's small network for the input (1, 0, 1), run through the same code as the models"
                                + " above.",
                        "文章中的小网络，输入为 (1, 0, 1)，由与上述模型相同的代码计算。"));
        page.html()
                .tableHead(
                        page.say("Values after each layer", "各层之后的值"),
                        List.of(page.say("Layer", "层"), page.say("Kind", "类型"), page.say("Values", "值")));
        for (LayerActivation layer : example.layers()) {
            List<String> values = new ArrayList<>();
            for (float value : layer.values()) {
                values.add(SIX.plain(value));
            }
            page.html()
                    .raw("<tr>")
                    .rowHead(layer.name())
                    .cell(layer.type())
                    .cell(String.join(", ", values))
                    .raw("</tr>\n");
        }
        page.html().tableEnd();
        page.html()
                .element(
                        "p",
                        "note",
                        page.say(
                                "The article prints other figures, such as z1 = (4, 2) and y = (0.9, 0.8955). They do"
                                        + " not follow from its own matrices; the values here do.",
                                "文章给出的数字不同，例如 z1 = (4, 2)、y = (0.9, 0.8955)。这些数字无法由文章自己的矩阵得出，此处的值可以。"));
        page.end();
    }
}
