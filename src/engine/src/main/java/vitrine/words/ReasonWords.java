package vitrine.words;

import java.util.Optional;
import vitrine.assess.faithfulness.Verdict;

/** The reason of one line of a recommendation list. */
public final class ReasonWords {
    private ReasonWords() {}

    /**
     * @param title the history item that matters most
     * @param verdict of the explanation it comes from; empty when it was not checked
     */
    public static Bilingual line(String title, HistoryVerb verb, Optional<Verdict> verdict) {
        boolean cause = verdict.isPresent() && (verdict.get() == Verdict.SUPPORTED || verdict.get() == Verdict.EXACT);
        return cause
                ? new Bilingual(verb.word().en() + " " + title, verb.word().zh() + " " + title)
                : new Bilingual("strongest part: " + title, "最强部分：" + title);
    }

    /** For an item that nothing in the history moves. */
    public static Bilingual none() {
        return new Bilingual("no single action stands out", "没有突出的单个行为");
    }
}
