package vitrine.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.chart.XmlText;
import vitrine.provenance.Platform;
import vitrine.run.AtomicFiles;

/**
 * One HTML file that needs nothing else: no script, no reference to anything outside itself, pictures as SVG in the page,
 * readable in light, dark and on paper. The same content gives the same bytes.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes the report whole or not at all.
     *
     * @throws vitrine.run.BadInputException when the file cannot be written
     */
    public static void write(Path file, ReportContent content) {
        AtomicFiles.writeString(file, page(content));
    }

    /** The whole page. */
    public static String page(ReportContent content) {
        Page page = new Page(content.language());
        Html html = page.html();
        String lang = page.say("en", "zh-CN");
        Opening opening = new Opening(content);
        html.raw("<!DOCTYPE html>\n<html lang=\"" + lang + "\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\">\n")
                .element("title", XmlText.oneLine(content.study()) + " \u2013 Vitrine")
                .raw("<style>\n" + Style.sheet() + "</style>\n</head>\n<body>\n<main>\n<header>\n");
        opening.write(page);
        contents(page, content);
        html.raw("</header>\n");
        content.data().ifPresent(data -> new DataSection(data).write(page));
        content.training().ifPresent(training -> new TrainingSection(training).write(page));
        content.accuracy().ifPresent(accuracy -> new AccuracySection(accuracy).write(page));
        content.list().ifPresent(list -> new ListSection(list, content.verb()).write(page));
        content.why().forEach(why -> new WhySection(why, content.verb()).write(page));
        content.inside().ifPresent(inside -> new InsideSection(inside).write(page));
        content.workedExample().ifPresent(example -> new WorkedExampleSection(example).write(page));
        content.repeat().ifPresent(repeat -> repeat(page, repeat));
        html.raw("<footer>")
                .element(
                        "p",
                        "note",
                        page.say(
                                "Made by Vitrine " + Platform.VITRINE
                                        + ". Verdicts speak of the model, never of the world.",
                                "由 Vitrine " + Platform.VITRINE + " 生成。核验结论只针对模型，不针对现实世界。"))
                .raw("</footer>\n</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void contents(Page page, ReportContent content) {
        Map<String, String> links = new LinkedHashMap<>();
        content.data().ifPresent(x -> links.put("data", DataSection.heading(page)));
        content.training().ifPresent(x -> links.put("training", TrainingSection.heading(page)));
        content.accuracy().ifPresent(x -> links.put("accuracy", AccuracySection.heading(page)));
        content.list().ifPresent(x -> links.put("list", ListSection.heading(page)));
        if (!content.why().isEmpty()) {
            links.put("why", WhySection.heading(page));
        }
        content.inside().ifPresent(x -> links.put("inside", InsideSection.heading(page)));
        content.workedExample().ifPresent(x -> links.put("example", WorkedExampleSection.heading(page)));
        content.repeat().ifPresent(x -> links.put("repeat", repeatHeading(page)));
        page.html().raw("<nav aria-label=\"" + page.say("Contents", "目录") + "\">\n");
        links.forEach((id, heading) ->
                page.html().raw("<a href=\"#" + id + "\">").text(heading).raw("</a>\n"));
        page.html().raw("</nav>\n");
    }

    private static String repeatHeading(Page page) {
        return page.say("How to repeat it", "如何重现");
    }

    private static void repeat(Page page, ReportContent.Repeat repeat) {
        page.section(
                "repeat",
                repeatHeading(page),
                page.say(
                        "These commands give every number above again, to the last digit on the same machine.",
                        "在同一台机器上，以下命令可逐位重现上述所有数字。"));
        page.html()
                .raw("<pre><code>")
                .text(String.join("\n", repeat.commands()))
                .raw("</code></pre>\n");
        page.end();
    }
}
