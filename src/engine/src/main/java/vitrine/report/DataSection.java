package vitrine.report;

import java.util.List;
import vitrine.words.Bilingual;

/** What was loaded, and whether it is clean. */
final class DataSection {
    private final ReportContent.Data data;

    DataSection(ReportContent.Data data) {
        this.data = data;
    }

    static String heading(Page page) {
        return page.say("Data", "数据");
    }

    static Bilingual answer(ReportContent.Data data) {
        String kept = Page.count(data.interactions());
        String users = Page.count(data.users());
        String items = Page.count(data.items());
        boolean dated = !data.firstTime().isEmpty();
        String en = dated ? ", " + data.firstTime() + " to " + data.lastTime() : "";
        String zh = dated ? "，" + data.firstTime() + " 至 " + data.lastTime() : "";
        return new Bilingual(
                kept + " usable events, " + users + " users, " + items + " products" + en + ".",
                kept + " 条可用行为，" + users + " 个用户，" + items + " 个商品" + zh + "。");
    }

    void write(Page page) {
        page.section("data", heading(page), page.say(answer(data)));
        page.html().element("p", "note", page.say(data.source()));
        long removed = data.rowsRead() - data.rowsKept();
        page.html()
                .tableHead(
                        page.say(
                                "Cleaning steps in order: " + Page.count(data.rowsRead()) + " rows read, "
                                        + Page.count(removed) + " removed, " + Page.count(data.rowsKept()) + " kept",
                                "清洗步骤（按顺序）：读取 " + Page.count(data.rowsRead()) + " 行，去掉 " + Page.count(removed)
                                        + " 行，保留 " + Page.count(data.rowsKept()) + " 行"),
                        List.of(
                                page.say("Step", "清洗步骤"),
                                "#" + page.say("Rows before", "之前行数"),
                                "#" + page.say("Removed", "去掉"),
                                "#" + page.say("Changed", "修改"),
                                "#" + page.say("Rows after", "之后行数")));
        for (ReportContent.CleaningStep step : data.steps()) {
            long gone = step.rowsBefore() - step.rowsAfter();
            page.html()
                    .raw("<tr>")
                    .rowHead(page.say(step.name()))
                    .number(Page.count(step.rowsBefore()))
                    .number(gone == 0 ? "0" : "\u2212" + Page.count(gone))
                    .number(Page.count(step.touched()))
                    .number(Page.count(step.rowsAfter()))
                    .raw("</tr>\n");
        }
        page.html().tableEnd();
        page.end();
    }
}
