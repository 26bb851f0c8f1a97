package vitrine.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vitrine.assess.Evaluation;
import vitrine.explain.Figures;
import vitrine.words.Bilingual;

/** How well the models rank: one table a protocol, yardsticks among the rows. */
final class AccuracySection {
    private static final Figures THREE = new Figures(3);
    private static final List<String> ORDER =
            List.of("hr", "ndcg", "precision", "recall", "map", "mrr", "auc", "accuracy", "loss");
    private static final List<String> CUT = List.of("hr", "ndcg", "precision", "recall", "map");

    private final ReportContent.Accuracy accuracy;

    AccuracySection(ReportContent.Accuracy accuracy) {
        this.accuracy = accuracy;
    }

    static String heading(Page page) {
        return page.say("Accuracy", "准确度");
    }

    void write(Page page) {
        page.section("accuracy", heading(page), page.say(answer()));
        Set<String> tables = new LinkedHashSet<>();
        accuracy.models().forEach(m -> tables.add(key(m.evaluation())));
        for (String table : tables) {
            table(
                    page,
                    accuracy.models().stream()
                            .filter(m -> key(m.evaluation()).equals(table))
                            .toList());
        }
        page.html()
                .element(
                        "p",
                        "note",
                        page.say(
                                "* best value of its column; the differences were not tested for significance.",
                                "* 该列最佳值；差异未做显著性检验。"));
        page.end();
    }

    private static String key(Evaluation e) {
        return e.protocol() + "/" + e.k() + "/" + e.users();
    }

    private Bilingual answer() {
        if (accuracy.models().isEmpty()) {
            return Bilingual.NONE;
        }
        ReportContent.ModelAccuracy first = accuracy.models().stream()
                .filter(m -> !m.yardstick())
                .findFirst()
                .orElse(accuracy.models().get(0));
        Evaluation own = first.evaluation();
        List<String> en = new ArrayList<>();
        for (ReportContent.ModelAccuracy model : accuracy.models()) {
            boolean same = key(model.evaluation()).equals(key(own));
            if (same && model.evaluation().metrics().containsKey("hr")) {
                en.add(model.model() + " "
                        + THREE.plain(model.evaluation().metrics().get("hr")));
            }
        }
        return en.isEmpty()
                ? Bilingual.NONE
                : new Bilingual(
                        "HR@" + own.k() + " on " + own.protocol() + ": " + String.join(", ", en) + ".",
                        own.protocol() + " 上的 HR@" + own.k() + "：" + String.join("，", en) + "。");
    }

    private void table(Page page, List<ReportContent.ModelAccuracy> models) {
        Evaluation first = models.get(0).evaluation();
        List<String> metrics = ORDER.stream()
                .filter(name ->
                        models.stream().anyMatch(m -> m.evaluation().metrics().containsKey(name)))
                .toList();
        List<String> columns = new ArrayList<>();
        columns.add(page.say("Model", "模型"));
        metrics.forEach(name -> columns.add("#" + name(page, name, first.k())));
        page.html().tableHead(caption(page, first), columns);
        for (ReportContent.ModelAccuracy model : models) {
            page.html().raw(model.yardstick() ? "<tr class=\"yard\">" : "<tr>");
            page.html().rowHead(model.model() + (model.yardstick() ? page.say(" (yardstick)", "（参照）") : ""));
            for (String name : metrics) {
                double value = model.evaluation().metrics().getOrDefault(name, Double.NaN);
                boolean best = value == best(models, name);
                page.html()
                        .raw(best ? "<td class=\"n\"><strong>" : "<td class=\"n\">")
                        .text(THREE.plain(value) + (best ? "*" : "\u2007"))
                        .raw(best ? "</strong></td>" : "</td>");
            }
            page.html().raw("</tr>\n");
        }
        page.html().tableEnd();
        Double alwaysNo = first.metrics().get("alwaysNoAccuracy");
        if (alwaysNo != null) {
            page.html()
                    .element(
                            "p",
                            "note",
                            page.say(
                                    "Accuracy is at 0.5; always answering “no” reaches " + THREE.plain(alwaysNo) + ".",
                                    "准确率以 0.5 为阈值；总答“否”可达 " + THREE.plain(alwaysNo) + "。"));
        }
    }

    private static double best(List<ReportContent.ModelAccuracy> models, String name) {
        var values = models.stream()
                .filter(m -> m.evaluation().metrics().containsKey(name))
                .mapToDouble(m -> m.evaluation().metrics().get(name));
        return (name.equals("loss") ? values.min() : values.max()).orElse(Double.NaN);
    }

    private static String name(Page page, String metric, int k) {
        String name =
                switch (metric) {
                    case "hr" -> "HR";
                    case "ndcg" -> "nDCG";
                    case "precision" -> page.say("Precision", "精确率");
                    case "recall" -> page.say("Recall", "召回率");
                    case "map" -> "MAP";
                    case "mrr" -> "MRR";
                    case "auc" -> "AUC";
                    case "accuracy" -> page.say("Accuracy", "准确率");
                    default -> page.say("Loss", "损失");
                };
        return CUT.contains(metric) ? name + "@" + k : name;
    }

    private String caption(Page page, Evaluation e) {
        Bilingual meaning =
                switch (e.protocol()) {
                    case "loo99" ->
                        new Bilingual(
                                ": each user's last action among 99 sampled products", "：每个用户的最后一次行为与 99 个抽样商品一起排序");
                    case "loo-full" ->
                        new Bilingual(
                                ": each user's last action among all products new to the user",
                                "：每个用户的最后一次行为与所有未接触商品一起排序");
                    default -> Bilingual.NONE;
                };
        return page.say(
                "Protocol " + e.protocol() + meaning.en() + "; K = " + e.k() + ", " + Page.count(e.users())
                        + " users, seed " + accuracy.seed(),
                "评估协议 " + e.protocol() + meaning.zh() + "；K = " + e.k() + "，" + Page.count(e.users()) + " 个用户，随机种子 "
                        + accuracy.seed());
    }
}
