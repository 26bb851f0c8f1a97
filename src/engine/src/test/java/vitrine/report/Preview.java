package vitrine.report;

import java.nio.file.Path;
import java.util.Locale;

/** Writes the fixture's report in both languages, and its pictures, for a person to look at; not a test. */
final class Preview {
    private Preview() {}

    /** @param args the folder to write to */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        HtmlReport.write(folder.resolve("report-en.html"), Fixture.content(Locale.ENGLISH));
        HtmlReport.write(folder.resolve("report-zh.html"), Fixture.content(Locale.CHINESE));
        Pictures.write(folder, Fixture.content(Locale.ENGLISH));
    }
}
