package vitrine.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import vitrine.chart.LearningCurves;
import vitrine.explain.Figures;
import vitrine.provenance.Provenance;
import vitrine.train.EpochRecord;
import vitrine.words.LearningWords;

/** Is it learning, and what made the model. */
final class TrainingSection {
    private static final Figures THREE = new Figures(3);

    private final ReportContent.Training training;

    TrainingSection(ReportContent.Training training) {
        this.training = training;
    }

    static String heading(Page page) {
        return page.say("Model and training", "模型与训练");
    }

    /** The run as the learning sentence needs it. */
    static LearningWords.Run run(ReportContent.Training training) {
        SortedMap<String, Double> yardsticks = training.yardsticks().getOrDefault("ndcg", new TreeMap<>());
        Double popularity = yardsticks.get("popularity");
        return new LearningWords.Run(
                column(training, EpochRecord::loss),
                column(training, e -> e.validation().getOrDefault("loss", Double.NaN)),
                column(training, e -> e.validation().getOrDefault("ndcg", Double.NaN)),
                "nDCG@" + training.k(),
                training.patience(),
                training.stoppedEpoch().isPresent(),
                popularity == null ? OptionalDouble.empty() : OptionalDouble.of(popularity));
    }

    private static double[] column(ReportContent.Training training, ToDoubleFunction<EpochRecord> value) {
        return training.history().epochs().stream().mapToDouble(value).toArray();
    }

    /** The curves, empty for a model without epochs. */
    static Optional<LearningCurves> curves(ReportContent.Training training, java.util.Locale language) {
        return training.history().epochs().isEmpty()
                ? Optional.empty()
                : Optional.of(new LearningCurves(
                        training.history(), training.bestEpoch(), training.stoppedEpoch(), language));
    }

    void write(Page page) {
        Optional<LearningCurves> curves = curves(training, page.language());
        String computed = page.say("This model is computed from counts: it has no epochs.", "该模型由计数直接算出，没有训练轮次。");
        page.section(
                "training",
                heading(page),
                curves.isPresent() ? page.say(LearningWords.answer(run(training))) : computed);
        curves.ifPresent(c -> pictures(page, c));
        if (curves.isPresent()) {
            epochs(page);
        }
        provenance(page);
        page.end();
    }

    private void pictures(Page page, LearningCurves curves) {
        for (String metric : List.of("ndcg", "hr")) {
            if (shown(curves, metric)) {
                String name = (metric.equals("hr") ? "HR@" : "nDCG@") + training.k();
                var chart = curves.ranking(metric, name, training.yardsticks().getOrDefault(metric, new TreeMap<>()));
                page.card(chart.title());
                page.html().element("p", "note", page.say(training.validationProtocol()));
                page.figure(chart);
                page.cardEnd();
            }
        }
        page.html().raw("<div class=\"pair\">\n");
        page.titledFigure(curves.loss());
        page.titledFigure(curves.accuracy());
        page.html().raw("</div>\n");
    }

    /** One ranking picture is enough: hit rate only where nDCG was not measured; the table below has both. */
    private static boolean shown(LearningCurves curves, String metric) {
        return curves.measured(metric) && (metric.equals("ndcg") || !curves.measured("ndcg"));
    }

    private void epochs(Page page) {
        String k = "@" + training.k();
        page.html()
                .compactHead(
                        page.say(
                                "Epoch by epoch; base-rate loss "
                                        + THREE.plain(training.history().baseRateLoss())
                                        + ", accuracy of always “no” "
                                        + THREE.plain(training.history().alwaysNoAccuracy())
                                        + ", seed "
                                        + training.provenance().seed(),
                                "逐轮记录；基准损失 "
                                        + THREE.plain(training.history().baseRateLoss())
                                        + "，总答“否”的准确率 "
                                        + THREE.plain(training.history().alwaysNoAccuracy())
                                        + "，随机种子 "
                                        + training.provenance().seed()),
                        List.of(
                                page.say("Epoch", "轮次"),
                                "#" + page.say("Training loss", "训练损失"),
                                "#" + page.say("Validation loss", "验证损失"),
                                "#" + page.say("Training accuracy", "训练准确率"),
                                "#" + page.say("Validation accuracy", "验证准确率"),
                                "#nDCG" + k,
                                "#HR" + k));
        for (EpochRecord epoch : training.history().epochs()) {
            boolean best =
                    training.bestEpoch().isPresent() && training.bestEpoch().getAsInt() == epoch.epoch();
            page.html()
                    .raw(best ? "<tr class=\"best\">" : "<tr>")
                    .rowHead(epoch.epoch() + (best ? page.say(" (best)", "（最佳）") : ""))
                    .number(THREE.plain(epoch.loss()))
                    .number(validation(epoch, "loss"))
                    .number(THREE.plain(epoch.accuracy()))
                    .number(validation(epoch, "accuracy"))
                    .number(validation(epoch, "ndcg"))
                    .number(validation(epoch, "hr"))
                    .raw("</tr>\n");
        }
        page.html().tableEnd();
    }

    private static String validation(EpochRecord epoch, String metric) {
        return THREE.plain(epoch.validation().getOrDefault(metric, Double.NaN));
    }

    private void provenance(Page page) {
        Provenance made = training.provenance();
        page.html()
                .compactHead(
                        page.say("Provenance: what made this model", "来源记录：模型由什么得出"),
                        List.of(page.say("Name", "名称"), page.say("Value", "值")));
        line(page, page.say("model", "模型"), training.model());
        line(page, page.say("data, SHA-256", "数据 SHA-256"), made.dataSha256());
        line(page, page.say("data split", "数据划分"), made.split());
        line(page, page.say("seed", "随机种子"), Long.toString(made.seed()));
        made.parameters().forEach((name, value) -> line(page, name, String.valueOf(value)));
        made.versions().forEach((name, value) -> line(page, name, value));
        page.html().tableEnd();
    }

    private static void line(Page page, String name, String value) {
        page.html().raw("<tr>").rowHead(name).raw("<td><code>").text(value).raw("</code></td></tr>\n");
    }
}
