package vitrine.report;

import java.util.Optional;
import java.util.OptionalInt;
import vitrine.assess.faithfulness.Verdict;
import vitrine.chart.XmlText;
import vitrine.explain.Figures;
import vitrine.words.Bilingual;
import vitrine.words.ExplanationWords;
import vitrine.words.LearningWords;

/** The top of the page: the largest text is one sentence that answers what the report is about, with its number. */
final class Opening {
    private final ReportContent content;

    Opening(ReportContent content) {
        this.content = content;
    }

    void write(Page page) {
        page.html().element("p", "study", XmlText.oneLine(content.study())).element("h1", page.say(answer()));
        Optional<ReportContent.Why> first = content.why().stream().findFirst();
        first.ifPresent(why -> page.html()
                .raw("<p class=\"verdict\">" + Badge.large(why.checked().verdict(), page.language()) + "</p>\n")
                .element(
                        "p",
                        "lead",
                        page.say(ExplanationWords.headline(
                                why.checked(),
                                Names.clean(why.parts()),
                                Figures.of(why.checked().explanation()),
                                content.verb()))));
    }

    private Bilingual answer() {
        if (!content.why().isEmpty()) {
            return recommended(content.why().get(0));
        }
        if (content.list().isPresent() && !content.list().get().lines().isEmpty()) {
            ReportContent.RankedLine top = content.list().get().lines().get(0);
            String user = XmlText.oneLine(content.list().get().user());
            return got(user, XmlText.oneLine(top.title()), OptionalInt.of(top.rank()), top.score(), Bilingual.NONE);
        }
        if (content.training().isPresent()) {
            return LearningWords.answer(TrainingSection.run(content.training().get()));
        }
        return content.data().map(DataSection::answer).orElse(new Bilingual("Nothing to report yet.", "还没有可报告的内容。"));
    }

    private static Bilingual recommended(ReportContent.Why why) {
        return got(
                XmlText.oneLine(why.user()),
                XmlText.oneLine(why.title()),
                why.rank(),
                why.checked().explanation().score(),
                clause(why.checked().verdict()));
    }

    private static Bilingual got(String user, String title, OptionalInt rank, double score, Bilingual clause) {
        String number = Figures.forLargest(score).plain(score);
        String en = rank.isEmpty()
                ? title + " scores " + number + " for user " + user
                : "User " + user + " gets " + title + " " + place(rank.getAsInt()) + " (score\u00a0" + number + ")";
        String zh = rank.isEmpty()
                ? title + " 对用户 " + user + " 的得分为 " + number
                : "用户 " + user + " 的第 " + rank.getAsInt() + " 位推荐是 " + title + "（得分 " + number + "）";
        return new Bilingual(en + clause.en() + ".", zh + clause.zh() + "。");
    }

    private static String place(int rank) {
        return rank == 1 ? "first" : "at rank " + rank;
    }

    private static Bilingual clause(Verdict verdict) {
        return switch (verdict) {
            case EXACT -> new Bilingual(", and the reason given is exact", "，推荐理由是精确的");
            case SUPPORTED -> new Bilingual(", and the tests support the reason", "，推荐理由通过核验");
            case PARTLY -> new Bilingual(", and the tests support the reason in part", "，推荐理由部分通过核验");
            case NOT_SUPPORTED -> new Bilingual(", but the tests do not support the reason", "，但推荐理由未通过核验");
            case NOT_TESTABLE -> new Bilingual("; the reason cannot be tested", "，推荐理由无法核验");
            case FAILED -> new Bilingual("; the reason could not be checked", "，推荐理由核验出错");
        };
    }
}
