package vitrine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.chart.ContributionChart;
import vitrine.chart.ContributionRows;
import vitrine.chart.RemovalCurveChart;
import vitrine.chart.XmlText;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;
import vitrine.words.Bilingual;
import vitrine.words.ExplanationWords;
import vitrine.words.HistoryVerb;
import vitrine.words.NotTestedWords;
import vitrine.words.Percentages;
import vitrine.words.SumLine;
import vitrine.words.VerdictWords;

/** Why this, and is that true. */
final class WhySection {
    private static final Figures THREE = new Figures(3);

    private final ReportContent.Why why;
    private final HistoryVerb verb;
    private final List<LabelledPart> parts;
    private final Figures figures;

    WhySection(ReportContent.Why why, HistoryVerb verb) {
        this.why = why;
        this.verb = verb;
        this.parts = Names.clean(why.parts());
        this.figures = Figures.of(why.checked().explanation());
    }

    static String heading(Page page) {
        return page.say("Why", "推荐原因");
    }

    void write(Page page) {
        VerifiedExplanation checked = why.checked();
        String question =
                page.say(ExplanationWords.question(XmlText.oneLine(why.title()), XmlText.oneLine(why.user())));
        page.html()
                .raw("<section id=\"" + page.claim("why") + "\">\n<div class=\"head\">")
                .element("h2", question)
                .raw(Badge.large(checked.verdict(), page.language()))
                .raw("</div>\n");
        page.html().element("p", page.say(ExplanationWords.headline(checked, parts, figures, verb)));
        page.html().element("p", "note", page.say(VerdictWords.sentence(checked, parts)));
        bars(page);
        checked.faithfulness().ifPresent(measured -> evidence(page, measured));
        page.end();
    }

    private void bars(Page page) {
        ContributionChart chart = new ContributionChart(parts, figures, page.language());
        page.card(chart.title());
        sum(page);
        page.figure(chart);
        ContributionRows rows = chart.rows();
        page.html()
                .raw("<p class=\"key\"><span><i class=\"raise\"></i>")
                .text(page.say("raises the score", "提高得分"))
                .raw("</span><span><i class=\"lower\"></i>")
                .text(page.say("lowers it", "降低得分"))
                .raw("</span><span>")
                .text(counts(page, rows))
                .raw("</span><span>")
                .text(page.say("method: ", "方法：") + method(page))
                .raw("</span></p>\n");
        page.cardEnd();
    }

    private static String counts(Page page, ContributionRows rows) {
        String none = rows.noEffect() == 0
                ? ""
                : page.say(", " + rows.noEffect() + " had no effect", "，" + rows.noEffect() + " 个没有影响");
        return page.say(
                rows.singles() + " of " + rows.parts() + " parts shown singly" + none,
                "共 " + rows.parts() + " 个部分，单独显示 " + rows.singles() + " 个" + none);
    }

    private String method(Page page) {
        return switch (why.checked().explanation().method()) {
            case "integrated-gradients" -> page.say("integrated gradients", "积分梯度");
            case "occlusion" -> page.say("occlusion", "遮挡法");
            default -> why.checked().explanation().method();
        };
    }

    private void sum(Page page) {
        Optional<SumLine> line = SumLine.of(why.checked().explanation(), figures);
        if (line.isEmpty()) {
            page.html().element("p", "note", page.say(SumLine.noSum()));
            return;
        }
        String probability = why.probability().isPresent()
                ? page.say(" → probability ", " → 预测概率 ")
                        + page.say(Percentages.of(why.probability().getAsDouble()))
                : "";
        page.html().raw("<p class=\"sum\">").text(page.say(line.get().text()) + probability);
        Bilingual gap = line.get().gap();
        if (!gap.isEmpty()) {
            page.html()
                    .raw(line.get().gapIsLarge() ? "<span class=\"gap large\">" : "<span class=\"gap\">")
                    .text(page.say("(" + gap.en() + ")", "（" + gap.zh() + "）"))
                    .raw("</span>");
        }
        page.html().raw("</p>\n");
    }

    private void evidence(Page page, Faithfulness measured) {
        RemovalCurveChart chart = new RemovalCurveChart(measured, page.language());
        page.card(page.say("Is this explanation true to the model?", "该解释忠实于模型吗？"));
        page.html().element("p", "note", chart.title());
        page.figure(chart);
        table(page, measured);
        page.html()
                .element("h3", page.say("What was not tested", "未核验的内容"))
                .element("p", "note", page.say(NotTestedWords.sentence(measured.notTested(), parts)));
        page.cardEnd();
    }

    private void table(Page page, Faithfulness measured) {
        List<String> controls = new ArrayList<>();
        for (String name : List.of("cosine", "popularity", "random", "greedy")) {
            if (measured.controls().containsKey(name)) {
                controls.add(name);
            }
        }
        List<String> columns = new ArrayList<>();
        columns.add(page.say("Test", "测试"));
        columns.add("#" + page.say("This explanation", "本解释"));
        controls.forEach(name -> columns.add("#" + control(page, name)));
        page.html().tableHead(caption(page, measured), columns);
        String k = "@" + measured.k();
        row(page, measured, controls, page.say("F = INS − DEL ↑ better", "F = INS − DEL ↑ 越高越好"), RemovalScores::f);
        row(page, measured, controls, page.say("DEL ↓ better", "DEL ↓ 越低越好"), RemovalScores::del);
        row(page, measured, controls, page.say("INS ↑ better", "INS ↑ 越高越好"), RemovalScores::ins);
        row(page, measured, controls, "POS" + k + page.say(" ↓ better", " ↓ 越低越好"), RemovalScores::pos);
        row(page, measured, controls, "NEG" + k + page.say(" ↑ better", " ↑ 越高越好"), RemovalScores::neg);
        row(page, measured, controls, page.say("CDCG ↓ better", "CDCG ↓ 越低越好"), RemovalScores::cdcg);
        page.html().tableEnd();
        List<String> more = new ArrayList<>();
        measured.infidelity().ifPresent(v -> more.add(page.say("infidelity ", "不忠实度 ") + THREE.plain(v)));
        measured.sensitivityMax().ifPresent(v -> more.add(page.say("largest sensitivity ", "最大敏感度 ") + THREE.plain(v)));
        if (!more.isEmpty()) {
            page.html()
                    .element(
                            "p",
                            "note",
                            page.colon(page.say("Also measured", "另测"), String.join(page.say(", ", "，"), more)));
        }
    }

    private static String caption(Page page, Faithfulness m) {
        String p = THREE.plain(m.pValue());
        return page.say(
                "Removal tests over " + m.removable() + " history items; p = " + p + " against " + m.randomOrders()
                        + " random orders, seed " + m.seed(),
                "去除测试，共 " + m.removable() + " 条历史行为；与 " + m.randomOrders() + " 种随机顺序相比 p = " + p + "，随机种子 " + m.seed());
    }

    private static String control(Page page, String name) {
        return switch (name) {
            case "cosine" -> page.say("Cosine", "余弦");
            case "popularity" -> page.say("Popularity", "热度");
            case "random" -> page.say("Random", "随机");
            default -> page.say("Greedy deletion", "贪心删除");
        };
    }

    private static void row(
            Page page,
            Faithfulness measured,
            List<String> controls,
            String name,
            java.util.function.ToDoubleFunction<RemovalScores> value) {
        page.html()
                .raw("<tr>")
                .rowHead(name)
                .raw("<td class=\"n\"><strong>")
                .text(THREE.plain(value.applyAsDouble(measured.scores())))
                .raw("</strong></td>");
        for (String control : controls) {
            RemovalScores scores = measured.controls().get(control);
            page.html().number(scores == null ? Figures.NOTHING : THREE.plain(value.applyAsDouble(scores)));
        }
        page.html().raw("</tr>\n");
    }
}
