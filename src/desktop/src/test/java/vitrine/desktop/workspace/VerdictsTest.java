package vitrine.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.MapChangeListener;
import org.junit.jupiter.api.Test;
import vitrine.assess.faithfulness.Verdict;
import vitrine.words.Bilingual;

class VerdictsTest {
    @Test
    void a_list_hears_of_a_verdict_also_after_the_garbage_was_collected() {
        Verdicts verdicts = new Verdicts();
        List<Verdict> heard = new ArrayList<>();
        verdicts.all().addListener((MapChangeListener<Verdicts.Question, Verdicts.Checked>)
                change -> heard.add(change.getValueAdded().verdict()));
        System.gc();
        verdicts.put(
                new Verdicts.Question(new Position("a", "b", "c"), Edits.NONE),
                new Verdicts.Checked(Verdict.PARTLY, Bilingual.NONE));
        assertEquals(List.of(Verdict.PARTLY), heard);
    }
}
