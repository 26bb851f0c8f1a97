package vitrine.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import vitrine.chart.Chart;
import vitrine.chart.ChartExport;
import vitrine.words.Bilingual;

/** The page being written: markup, language, and a number for every picture. */
final class Page {
    private final Html html = new Html();
    private final Locale language;
    private final Set<String> ids = new HashSet<>();
    private int pictures;

    Page(Locale language) {
        this.language = language;
    }

    Html html() {
        return html;
    }

    Locale language() {
        return language;
    }

    String say(String en, String zh) {
        return new Bilingual(en, zh).in(language);
    }

    String say(Bilingual sentence) {
        return sentence.in(language);
    }

    /** A colon and what follows it. */
    String colon(String name, String value) {
        return name + say(": ", "：") + value;
    }

    /** Grouped by thousands; for counts, never for ids or years. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** An id nobody in the page has: {@code name} for the first who asks. */
    String claim(String name) {
        String id = name;
        for (int i = 2; !ids.add(id); i++) {
            id = name + "-" + i;
        }
        return id;
    }

    /** Opens a section: what it is about, then its answer in one sentence. */
    void section(String id, String heading, String answer) {
        html.raw("<section id=\"" + id + "\">\n").element("h2", heading);
        if (!answer.isEmpty()) {
            html.element("p", answer);
        }
    }

    void end() {
        html.raw("</section>\n");
    }

    /** Opens a card with its title. */
    void card(String title) {
        html.raw("<div class=\"card\">\n").element("h3", title);
    }

    void cardEnd() {
        html.raw("</div>\n");
    }

    /** A chart as part of the page; its sentence is the picture's alternative text. */
    void figure(Chart chart) {
        pictures++;
        html.raw("<figure>").raw(ChartExport.inlineSvg(chart, "p" + pictures)).raw("</figure>\n");
    }

    void titledFigure(Chart chart) {
        card(chart.title());
        figure(chart);
        cardEnd();
    }
}
