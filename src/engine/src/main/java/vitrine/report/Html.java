package vitrine.report;

import java.util.List;
import vitrine.chart.XmlText;

/** Collects markup. Text goes in escaped; only what this package wrote itself goes in raw. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup of our own, or a picture that escaped its text already. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        out.append(XmlText.escape(text));
        return this;
    }

    /** {@code <name>text</name>} */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    /** {@code <name class="style">text</name>}; both names are ours. */
    Html element(String name, String style, String text) {
        return raw("<" + name + " class=\"" + style + "\">").text(text).raw("</" + name + ">\n");
    }

    /** A table header row; a name that starts with {@code #} is a column of numbers. */
    Html tableHead(String caption, List<String> columns) {
        return table("wide", caption, columns);
    }

    /** A table of many short rows. */
    Html compactHead(String caption, List<String> columns) {
        return table("wide compact", caption, columns);
    }

    private Html table(String style, String caption, List<String> columns) {
        raw("<div class=\"" + style + "\"><table>\n<caption>").text(caption).raw("</caption>\n<thead><tr>");
        for (String column : columns) {
            boolean number = column.startsWith("#");
            raw("<th scope=\"col\"" + (number ? " class=\"n\"" : "") + ">")
                    .text(number ? column.substring(1) : column)
                    .raw("</th>");
        }
        return raw("</tr></thead>\n<tbody>\n");
    }

    Html tableEnd() {
        return raw("</tbody></table></div>\n");
    }

    /** The first cell of a row: its header. */
    Html rowHead(String text) {
        return raw("<th scope=\"row\">").text(text).raw("</th>");
    }

    Html cell(String text) {
        return raw("<td>").text(text).raw("</td>");
    }

    Html number(String text) {
        return raw("<td class=\"n\">").text(text).raw("</td>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
