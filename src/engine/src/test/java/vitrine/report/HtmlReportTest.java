package vitrine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vitrine.assess.faithfulness.Verdict;
import vitrine.assess.faithfulness.VerdictReason;
import vitrine.train.TrainingHistory;
import vitrine.words.HistoryVerb;

class HtmlReportTest {
    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=y>\"onload=\"z' & ]]>";
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");
    private static final Pattern EVENT_OR_FILE = Pattern.compile("(?i)\\s(on[a-z]+|src|srcset|data)=");
    private static final Pattern ADDRESS = Pattern.compile("(https?:)?//[a-z]");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Set<String> VOID = Set.of("meta", "br");

    private static ReportContent empty(Locale language) {
        return new ReportContent(
                language,
                "Nothing",
                HistoryVerb.BOUGHT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void assertBalanced(String html) {
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
        String body = html.replaceAll("(?s)<style>.*?</style>", "");
        Matcher tags = TAG.matcher(body);
        while (tags.find()) {
            String name = tags.group(2);
            if (tags.group(1).isEmpty()) {
                if (!tags.group(3).endsWith("/") && !VOID.contains(name)) {
                    open.push(name);
                }
            } else {
                assertEquals(open.pop(), name);
            }
        }
        assertTrue(open.isEmpty(), open.toString());
    }

    private static void assertInert(String html) {
        Set<String> known = Set.of(
                "html",
                "head",
                "meta",
                "title",
                "style",
                "body",
                "main",
                "header",
                "footer",
                "nav",
                "section",
                "a",
                "h1",
                "h2",
                "h3",
                "p",
                "span",
                "i",
                "div",
                "figure",
                "table",
                "caption",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "strong",
                "pre",
                "code",
                "svg",
                "g",
                "defs",
                "clipPath",
                "path",
                "rect",
                "line",
                "circle",
                "ellipse",
                "polygon",
                "polyline",
                "text");
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            assertTrue(known.contains(tags.group(2)), tags.group());
            String attributes = tags.group(3).replaceAll("\"[^\"]*\"", "");
            assertFalse(EVENT_OR_FILE.matcher(attributes).find(), tags.group());
        }
        assertFalse(html.contains("@import"));
        assertFalse(
                ADDRESS.matcher(html.replace("http://www.w3.org/2000/svg", "")).find());
        Matcher references = Pattern.compile("(?:href=|url\\()\"?([^\")]*)").matcher(html);
        while (references.find()) {
            assertTrue(references.group(1).startsWith("#"), references.group());
        }
    }

    @Test
    void oneFileWithoutScriptOrOutsideReferenceInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String html = HtmlReport.page(Fixture.content(language));
            assertInert(html);
            assertBalanced(html);
        }
    }

    @Test
    void hostileTitlesComeOutInertEverywhere() {
        ReportContent calm =
                Fixture.content(Locale.ENGLISH, HOSTILE, Verdict.SUPPORTED, VerdictReason.BEATS_RANDOM_AND_COSINE);
        ReportContent content = new ReportContent(
                Locale.ENGLISH,
                HOSTILE,
                HistoryVerb.BOUGHT,
                calm.data(),
                calm.training(),
                calm.accuracy(),
                Optional.of(new ReportContent.Ranking(
                        HOSTILE,
                        HOSTILE,
                        List.of(HOSTILE),
                        List.of(new ReportContent.RankedLine(
                                1, HOSTILE, -1, OptionalDouble.of(.4), Optional.of(HOSTILE), Optional.empty(), true)))),
                List.of(new ReportContent.Why(
                        HOSTILE,
                        HOSTILE,
                        OptionalInt.empty(),
                        calm.why().get(0).checked(),
                        calm.why().get(0).parts().stream()
                                .map(p -> new vitrine.explain.LabelledPart(p.kind(), HOSTILE, p.value()))
                                .toList(),
                        OptionalDouble.of(.8))),
                calm.inside(),
                calm.workedExample(),
                Optional.of(new ReportContent.Repeat(List.of(HOSTILE))));
        String html = HtmlReport.page(content);
        assertInert(html);
        assertBalanced(html);
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    void theSameContentGivesTheSameBytes() {
        assertEquals(
                HtmlReport.page(Fixture.content(Locale.CHINESE)), HtmlReport.page(Fixture.content(Locale.CHINESE)));
    }

    @Test
    void everyIdIsUnique() {
        ReportContent one = Fixture.content(Locale.ENGLISH);
        ReportContent two = new ReportContent(
                Locale.ENGLISH,
                "two",
                HistoryVerb.RATED,
                one.data(),
                one.training(),
                one.accuracy(),
                one.list(),
                List.of(one.why().get(0), one.why().get(0)),
                one.inside(),
                one.workedExample(),
                one.repeat());
        Matcher ids = ID.matcher(HtmlReport.page(two));
        Set<String> seen = new HashSet<>();
        while (ids.find()) {
            assertTrue(seen.add(ids.group(1)), ids.group(1));
        }
        assertTrue(
                seen.containsAll(Set.of("why", "why-2", "data", "training", "accuracy", "list", "inside", "repeat")));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsPrintedWithItsVerdictInBothLanguages(VerdictReason reason) {
        Verdict verdict =
                switch (reason) {
                    case EXACT_BY_FORMULA -> Verdict.EXACT;
                    case BEATS_RANDOM_AND_COSINE -> Verdict.SUPPORTED;
                    case NO_BETTER_THAN_COSINE, DOES_NOT_ADD_UP -> Verdict.PARTLY;
                    case NO_BETTER_THAN_RANDOM, WORSE_THAN_COSINE -> Verdict.NOT_SUPPORTED;
                    case TOO_FEW_ITEMS, HISTORY_HARDLY_MATTERS -> Verdict.NOT_TESTABLE;
                    case CHECK_FAILED -> Verdict.FAILED;
                };
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String html = HtmlReport.page(onlyWhy(language, Fixture.why("TEA", verdict, reason)));
            assertBalanced(html);
            assertTrue(html.contains("class=\"badge " + verdict.code() + "\""));
            String text = html.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " ");
            assertFalse(text.contains("null") || text.contains("NaN") || text.contains("Optional"), text);
        }
    }

    private static ReportContent onlyWhy(Locale language, ReportContent.Why why) {
        ReportContent none = empty(language);
        return new ReportContent(
                language,
                none.study(),
                none.verb(),
                none.data(),
                none.training(),
                none.accuracy(),
                none.list(),
                List.of(why),
                none.inside(),
                none.workedExample(),
                none.repeat());
    }

    @Test
    void theFirstHeadingAnswersWithANumber() {
        String html = HtmlReport.page(Fixture.content(Locale.ENGLISH));
        assertTrue(html.contains("<h1>User 17850 gets PARTY BUNTING first (score\u00a01.42), and the tests support the"
                + " reason.</h1>"));
        assertTrue(html.contains("empty history \u22122.01 + contributions 3.43 = score 1.42"));
        assertTrue(html.contains("bought next"));
        assertTrue(html.contains("Protocol loo99"));
        assertTrue(html.contains("do not follow from its own matrices") || html.contains("They do not follow"));
    }

    @Test
    void absentSectionsAreSimplyAbsent() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String html = HtmlReport.page(empty(language));
            assertBalanced(html);
            assertFalse(html.contains("<section"));
        }
        ReportContent full = Fixture.content(Locale.ENGLISH);
        assertTrue(HtmlReport.page(with(full.data(), Optional.empty(), Optional.empty()))
                .contains("<h1>392,692 usable events"));
        assertTrue(HtmlReport.page(with(full.data(), full.training(), Optional.empty()))
                .contains("<h1>Learning. Validation nDCG@10 0.382"));
        assertTrue(HtmlReport.page(with(full.data(), full.training(), full.list()))
                .contains("<h1>User 17850 gets PARTY BUNTING first (score\u00a01.42).</h1>"));
    }

    private static ReportContent with(
            Optional<ReportContent.Data> data,
            Optional<ReportContent.Training> training,
            Optional<ReportContent.Ranking> list) {
        return new ReportContent(
                Locale.ENGLISH,
                "s",
                HistoryVerb.BOUGHT,
                data,
                training,
                Optional.empty(),
                list,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aComputedModelHasNoCurves() {
        ReportContent.Training cnn = Fixture.training();
        ReportContent.Training knn = new ReportContent.Training(
                "itemknn",
                new TrainingHistory(List.of(), 0, 0, 0),
                OptionalInt.empty(),
                OptionalInt.empty(),
                5,
                10,
                cnn.validationProtocol(),
                new TreeMap<>(),
                cnn.provenance());
        String html = HtmlReport.page(with(Optional.empty(), Optional.of(knn), Optional.empty()));
        assertTrue(html.contains("it has no epochs"));
        assertFalse(html.contains("<figure>"));
    }

    @Test
    void barsOfNegativeScoresSayTheirScale() {
        ListSection.Bars bars = ListSection.Bars.of(new double[] {-1, -3});
        assertEquals(100, bars.width(-1));
        assertEquals(0, bars.width(-3));
        assertFalse(bars.fromZero());
        assertEquals(50, ListSection.Bars.of(new double[] {2, 1}).width(1));
        assertEquals(25, ListSection.Bars.of(new double[] {.004, .001}).width(.001), 1e-9);
        assertEquals(0, ListSection.Bars.of(new double[] {0}).width(0));
    }

    @Test
    void reportAndPicturesAreWritten(@TempDir Path folder) throws IOException {
        ReportContent content = Fixture.content(Locale.ENGLISH);
        HtmlReport.write(folder.resolve("report.html"), content);
        assertEquals(HtmlReport.page(content), Files.readString(folder.resolve("report.html")));
        List<String> names = Pictures.write(folder.resolve("pictures"), content);
        assertTrue(names.containsAll(List.of(
                "contributions.png",
                "contributions.svg",
                "removal.svg",
                "ranking-ndcg.png",
                "loss.png",
                "accuracy.svg",
                "layer-1.png")));
        for (String name : names) {
            assertTrue(Files.size(folder.resolve("pictures").resolve(name)) > 500, name);
        }
    }
}
