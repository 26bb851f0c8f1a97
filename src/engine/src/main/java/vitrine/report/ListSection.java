package vitrine.report;

import java.util.List;
import java.util.Locale;
import vitrine.chart.XmlText;
import vitrine.explain.Figures;
import vitrine.words.Bilingual;
import vitrine.words.HistoryVerb;
import vitrine.words.Percentages;
import vitrine.words.ReasonWords;

/** What one user gets. */
final class ListSection {
    private static final int HISTORY_SHOWN = 8;

    private final ReportContent.Ranking list;
    private final HistoryVerb verb;

    ListSection(ReportContent.Ranking list, HistoryVerb verb) {
        this.list = list;
        this.verb = verb;
    }

    static String heading(Page page) {
        return page.say("The list", "推荐列表");
    }

    void write(Page page) {
        page.section("list", heading(page), page.say(answer()));
        history(page);
        boolean probable = !list.lines().isEmpty()
                && list.lines().stream().allMatch(l -> l.probability().isPresent());
        String quantity = probable ? page.say("Probability", "预测概率") : page.say("Score", "得分");
        page.html()
                .tableHead(
                        page.say("Ranked by " + list.model(), "由 " + list.model() + " 排序"),
                        List.of(
                                "#" + page.say("Rank", "名次"),
                                page.say("Product", "商品"),
                                "#" + quantity,
                                "",
                                page.say("Why", "理由")));
        double[] values = list.lines().stream()
                .mapToDouble(l -> l.probability().orElse(l.score()))
                .toArray();
        Bars bars = Bars.of(values);
        Figures figures = Figures.forLargest(bars.largest());
        Percentages percentages = Percentages.forLargest(bars.largest());
        for (int i = 0; i < values.length; i++) {
            String value = probable ? page.say(percentages.words(values[i])) : figures.plain(values[i]);
            line(page, list.lines().get(i), value, bars.width(values[i]));
        }
        page.html().tableEnd();
        page.html().element("p", "note", note(page, bars, probable));
        page.end();
    }

    private Bilingual answer() {
        if (list.lines().isEmpty()) {
            return new Bilingual("There is nothing to recommend.", "没有可推荐的商品。");
        }
        ReportContent.RankedLine first = list.lines().get(0);
        Bilingual top = new Bilingual(
                "User " + list.user() + " gets " + first.title() + " first.",
                "用户 " + list.user() + " 的首位推荐是 " + first.title() + "。");
        return list.lines().stream()
                .filter(ReportContent.RankedLine::boughtNext)
                .findFirst()
                .map(l -> top.then(new Bilingual(
                        "What the user really " + verb.word().en() + " next is at rank " + l.rank() + ".",
                        "用户后来真正的选择排在第 " + l.rank() + " 位。")))
                .orElse(top);
    }

    private void history(Page page) {
        if (list.history().isEmpty()) {
            return;
        }
        int shown = Math.min(HISTORY_SHOWN, list.history().size());
        int older = list.history().size() - shown;
        String titles = String.join(page.say(", ", "、"), list.history().subList(0, shown));
        String more = older > 0 ? page.say(" and " + older + " older", "，以及更早的 " + older + " 条") : "";
        page.html()
                .element(
                        "p",
                        "note",
                        page.colon(
                                page.say(
                                        "History, " + list.history().size() + " actions, newest first",
                                        "历史行为 " + list.history().size() + " 条，从新到旧"),
                                titles + more));
    }

    private void line(Page page, ReportContent.RankedLine line, String value, double width) {
        Html html = page.html();
        html.raw(line.boughtNext() ? "<tr class=\"next\">" : "<tr>").number(Integer.toString(line.rank()));
        html.raw("<th scope=\"row\">").text(XmlText.oneLine(line.title()));
        if (line.boughtNext()) {
            html.raw("<span class=\"tag\">").text(tag(page)).raw("</span>");
        }
        html.raw("</th>").number(value);
        html.raw("<td><span class=\"bar\" aria-hidden=\"true\"><i style=\"width:"
                + String.format(Locale.ROOT, "%.1f", width) + "%\"></i></span></td><td class=\"why\">");
        Bilingual reason = line.strongest()
                .map(title -> ReasonWords.line(XmlText.oneLine(title), verb, line.verdict()))
                .orElseGet(ReasonWords::none);
        html.raw(Badge.small(line.verdict(), page.language()))
                .raw("<span>")
                .text(page.say(reason))
                .raw("</span>");
        html.raw("</td></tr>\n");
    }

    private String tag(Page page) {
        return verb == HistoryVerb.BOUGHT
                ? page.say("bought next", "后来购买")
                : page.say(verb.word().en() + " next", "后来选择");
    }

    private static String note(Page page, Bars bars, boolean probable) {
        Bilingual scale = probable
                ? new Bilingual(
                        "The probability is that the product is the next new one this customer takes, calibrated on"
                                + " purchases held back from training. Bars run from 0 to the list's largest.",
                        "预测概率指该商品是这位用户下一件新商品的概率，已用训练时留出的购买校准。条形从 0 到列表中的最大值。")
                : bars.fromZero()
                        ? new Bilingual("Bars run from 0 to the list's largest score.", "条形从 0 到列表中的最高得分。")
                        : new Bilingual(
                                "Bars run from the list's smallest score to its largest: only their order can be"
                                        + " compared.",
                                "条形从列表中的最低得分到最高得分，只能比较顺序。");
        return page.say(scale.then(new Bilingual(
                "A dot before a reason means it was not checked: read it as an observation.", "理由前的圆点表示未经核验，仅为观察。")));
    }

    /** Lengths of the bars, as a percentage of the longest possible. */
    record Bars(double low, double largest, boolean fromZero) {
        static Bars of(double[] values) {
            double low = java.util.Arrays.stream(values).min().orElse(0);
            double high = java.util.Arrays.stream(values).max().orElse(1);
            return new Bars(low >= 0 ? 0 : low, high, low >= 0);
        }

        double width(double value) {
            return largest > low ? 100 * (value - low) / (largest - low) : 0;
        }
    }
}
