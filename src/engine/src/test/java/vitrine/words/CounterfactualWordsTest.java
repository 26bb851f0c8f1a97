package vitrine.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.explain.counterfactual.Change;
import vitrine.explain.counterfactual.Counterfactual;
import vitrine.explain.counterfactual.Goal;
import vitrine.explain.counterfactual.Outcome;

class CounterfactualWordsTest {
    private static final Outcome FIRST = new Outcome(1, 2, .5, new int[] {7, 8, 9});
    private static final Outcome FOURTH = new Outcome(4, 1, -.5, new int[] {8, 9, 5});

    private static Counterfactual found(Goal goal, int size, boolean certified) {
        boolean drop = goal == Goal.DROP;
        return new Counterfactual(
                goal,
                3,
                IntStream.range(0, size)
                        .mapToObj(i -> (Change) new Change.Removal(i))
                        .toList(),
                certified,
                size - 1,
                drop ? FIRST : FOURTH,
                Optional.of(drop ? FOURTH : FIRST),
                10);
    }

    private static Counterfactual none(boolean certified, int ruledOut) {
        return new Counterfactual(Goal.DROP, 3, List.of(), certified, ruledOut, FIRST, Optional.empty(), 10);
    }

    private static Bilingual removal(Counterfactual found, String... removed) {
        return CounterfactualWords.removal(found, "Tea", List.of(removed), item -> "Item " + item);
    }

    @Test
    void a_certified_removal_names_parts_ranks_what_comes_in_and_that_nothing_smaller_does() {
        Bilingual said = removal(found(Goal.DROP, 2, true), "Milk", "Honey");
        assertEquals(
                "Without Milk and Honey, Tea drops from rank 1 to 4 and leaves the top 3; Item 5 comes in."
                        + " No smaller removal does it: every one was tried or ruled out.",
                said.en());
        assertEquals("去掉 Milk、Honey 后，Tea 从第 1 名降到第 4 名，离开前 3 名；Item 5 进入。更少的去除都做不到：已全部试过或排除。", said.zh());
    }

    @Test
    void an_uncertified_removal_is_the_best_found_and_no_more() {
        Bilingual said = removal(found(Goal.DROP, 6, false), "a", "b", "c", "d", "e", "f");
        assertTrue(said.en().startsWith("Without a, b, c, d and 2 others, "), said.en());
        assertTrue(said.en().endsWith("This is the best found: not every smaller removal was tried."), said.en());
        assertTrue(said.zh().contains("等 6 项"), said.zh());
        assertFalse(said.en().contains("No smaller"));
    }

    @Test
    void lifting_says_what_falls_out() {
        String said = removal(found(Goal.LIFT, 1, true), "Milk").en();
        assertEquals("Without Milk, Tea rises from rank 4 to 1 and enters the top 3 in place of Item 5.", said);
    }

    @Test
    void nothing_found_is_only_called_impossible_when_it_is() {
        assertEquals(
                "No removal of past actions takes Tea out of the top 3.",
                removal(none(true, 9)).en());
        String tried = removal(none(false, 2)).en();
        assertTrue(
                tried.startsWith("No removal was found that takes Tea out of the top 3; every one of up to 2"), tried);
        assertTrue(removal(none(false, 0)).en().endsWith("not every one was tried."));
        assertTrue(removal(none(true, 9)).zh().contains("无论"));
    }

    @Test
    void the_moment_is_named_with_what_it_was() {
        List<Bilingual> settings = List.of(
                CounterfactualWords.setting("hour", "9", "20"), CounterfactualWords.setting("region", "A", "B"));
        Bilingual said = CounterfactualWords.moment(found(Goal.DROP, 2, true), "Tea", settings, item -> "Item " + item);
        assertTrue(said.en().startsWith("With hour 20 in place of 9 and region B in place of A, Tea drops"), said.en());
        assertTrue(said.zh().startsWith("若小时由 9 改为 20且地区由 A 改为 B，Tea 从第 1 名降到第 4 名"), said.zh());
        Bilingual never = CounterfactualWords.moment(none(true, 2), "Tea", List.of(), item -> "");
        assertEquals("No change of one or two parts of the moment takes Tea out of the top 3.", never.en());
    }
}
