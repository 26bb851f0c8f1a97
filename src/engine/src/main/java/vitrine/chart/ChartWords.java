package vitrine.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.explain.Figures;

/** The few words inside charts, and the sentence that says what a chart shows. */
final class ChartWords {
    private final boolean chinese;

    private ChartWords(boolean chinese) {
        this.chinese = chinese;
    }

    static ChartWords in(Locale language) {
        return new ChartWords(language.getLanguage().equals("zh"));
    }

    private String say(String en, String zh) {
        return chinese ? zh : en;
    }

    String contributionsTitle() {
        return say("Contributions to the score", "对得分的贡献");
    }

    String rowLabel(ContributionRows.Row row) {
        boolean one = row.count() == 1;
        return switch (row.kind()) {
            case SINGLE -> kind(row.part()) + " · " + XmlText.oneLine(row.label());
            case OTHERS_RAISE ->
                say(
                        row.count() + (one ? " other that raises it" : " others that raise it"),
                        "其他 " + row.count() + " 个提高得分的部分");
            case OTHERS_LOWER ->
                say(
                        row.count() + (one ? " other that lowers it" : " others that lower it"),
                        "其他 " + row.count() + " 个降低得分的部分");
        };
    }

    private String kind(String code) {
        return switch (code) {
            case "history" -> say("History", "历史");
            case "user" -> say("User", "用户");
            case "item" -> say("Item", "商品");
            default -> say("Context", "上下文");
        };
    }

    String contributions(ContributionRows rows, Figures figures) {
        List<String> bars = new ArrayList<>();
        rows.rows().forEach(row -> bars.add(rowLabel(row) + " " + figures.signed(row.value())));
        if (rows.noEffect() > 0) {
            boolean one = rows.noEffect() == 1;
            bars.add(say(
                    rows.noEffect() + (one ? " part had no effect" : " parts had no effect"),
                    rows.noEffect() + " 个部分没有影响"));
        }
        return chinese
                ? "对得分的贡献：" + String.join("；", bars) + "。"
                : "Contributions to the score: " + String.join("; ", bars) + ".";
    }

    String epoch() {
        return say("epoch", "轮次");
    }

    String training() {
        return say("training", "训练");
    }

    String validation() {
        return say("validation", "验证");
    }

    String baseRate() {
        return say("base rate", "基准率");
    }

    String alwaysNo() {
        return say("always “no”", "总答“否”");
    }

    String best(int epoch) {
        return say("best " + epoch, "最佳 " + epoch);
    }

    String stopped(int epoch) {
        return say("stopped " + epoch, "早停 " + epoch);
    }

    String rankingTitle(String metric) {
        return say("Ranking on validation targets, " + metric, "验证集排序，" + metric);
    }

    String loss() {
        return say("loss", "损失");
    }

    String lossTitle() {
        return say("Loss (binary cross-entropy)", "损失（二元交叉熵）");
    }

    String accuracy() {
        return say("accuracy", "准确率");
    }

    String accuracyTitle() {
        return say("Accuracy at 0.5", "准确率（阈值 0.5）");
    }

    String curves(String quantity, List<CurveLine> lines, int epochs, OptionalInt best) {
        List<String> ends = new ArrayList<>();
        lines.forEach(line -> ends.add(line.label() + " " + LearningCurves.FIGURES.plain(line.last())));
        String kept = best.isPresent() ? say("; best epoch " + best.getAsInt(), "；最佳轮次 " + best.getAsInt()) : "";
        return chinese
                ? quantity + "随轮次的变化（共 " + epochs + " 轮），最后的值：" + String.join("，", ends) + kept + "。"
                : "The " + quantity + " over " + epochs + (epochs == 1 ? " epoch" : " epochs") + ", last values: "
                        + String.join(", ", ends) + kept + ".";
    }

    String removalTitle() {
        return say("Score left as history is removed (lower is better)", "逐步去掉历史后剩余的得分（越低越好）");
    }

    String shareRemoved(boolean narrow) {
        return narrow
                ? say("share of the history removed", "已去掉的历史比例")
                : say("share of the history removed, most important first", "已去掉的历史比例（从最重要的开始）");
    }

    String thisExplanation(boolean narrow) {
        return narrow ? say("this", "本解释") : say("this explanation", "本解释");
    }

    String cosineOrder(boolean narrow) {
        return narrow ? say("cosine", "余弦") : say("cosine similarity", "余弦相似度");
    }

    String popularityOrder() {
        return say("popularity", "热度");
    }

    String randomBand(boolean narrow) {
        return narrow ? say("random", "随机") : say("random, 5–95 %", "随机，5%–95%");
    }

    String removal(Faithfulness measured) {
        List<String> means = new ArrayList<>();
        means.add(thisExplanation(false) + " "
                + LearningCurves.FIGURES.plain(measured.scores().del()));
        control(means, measured, "cosine", cosineOrder(false));
        control(means, measured, "popularity", popularityOrder());
        control(means, measured, "random", say("random order", "随机顺序"));
        return chinese
                ? "逐步去掉历史时平均剩余的得分（越低越好）：" + String.join("，", means) + "。"
                : "Mean share of the score left while history is removed, lower is better: " + String.join(", ", means)
                        + ".";
    }

    private static void control(List<String> means, Faithfulness measured, String name, String label) {
        RemovalScores scores = measured.controls().get(name);
        if (scores != null) {
            means.add(label + " " + LearningCurves.FIGURES.plain(scores.del()));
        }
    }

    String layerTitle(String layer, int rows, int units) {
        return layer + " · " + rows + " × " + units;
    }

    String unit(int index) {
        return say("unit ", "单元 ") + index;
    }

    /** One cell in words: unit, position and value. */
    String cell(String layer, String row, int unit, String value) {
        String name = XmlText.oneLine(row);
        return say(
                layer + ", unit " + unit + ", " + name + ": " + value,
                layer + "，单元 " + unit + "，" + name + "：" + value);
    }

    /** What stands beside the colour scale. */
    List<String> heatLegend(String quantity, HeatMapData data) {
        List<String> parts = new ArrayList<>();
        parts.add(quantity);
        if (data.units().length < data.allUnits()) {
            parts.add(say(
                    data.units().length + " strongest of " + data.allUnits() + " units",
                    data.allUnits() + " 个单元中最强的 " + data.units().length + " 个"));
        }
        if (data.leftOut() > 0) {
            parts.add(say(
                    data.rowNames().size() + " strongest of " + (data.rowNames().size() + data.leftOut())
                            + " positions",
                    (data.rowNames().size() + data.leftOut()) + " 个位置中最强的 "
                            + data.rowNames().size() + " 个"));
        }
        if (data.hasPadding()) {
            parts.add(say("hatched: padding", "斜线：填充"));
        }
        return parts;
    }

    String layer(String layer, String quantity, HeatMapData data, Figures figures) {
        int rows = data.rowNames().size();
        int strongest = 0;
        int unit = 0;
        double size = -1;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < data.units().length && !data.padding()[r]; c++) {
                double value = data.values()[r][c];
                if (Math.abs(value) > size) {
                    size = Math.abs(value);
                    strongest = r;
                    unit = c;
                }
            }
        }
        String shape = data.allRows() + " × " + data.allUnits();
        if (size < 0) {
            return say("Layer " + layer + " (" + shape + ") is empty.", "层 " + layer + "（" + shape + "）为空。");
        }
        String value = figures.plain(data.values()[strongest][unit]);
        String name = XmlText.oneLine(data.rowNames().get(strongest));
        return say(
                "Layer " + layer + ", " + shape + ", " + quantity + " from " + figures.plain(data.low()) + " to "
                        + figures.plain(data.high()) + "; strongest: unit " + data.units()[unit] + " at " + name + ", "
                        + value + ".",
                "层 " + layer + "（" + shape + "），" + quantity + "，范围 " + figures.plain(data.low()) + " 至 "
                        + figures.plain(data.high()) + "；最强：" + name + " 的单元 " + data.units()[unit] + "，" + value
                        + "。");
    }
}
