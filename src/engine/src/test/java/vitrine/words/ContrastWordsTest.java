package vitrine.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vitrine.assess.faithfulness.Verdict;
import vitrine.assess.faithfulness.VerdictReason;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;
import vitrine.model.Part;
import vitrine.model.Query;

class ContrastWordsTest {
    /** Science, section 3, case 12. */
    private static final List<LabelledPart> PARTS = List.of(
            new LabelledPart(Part.Kind.HISTORY, "Milk", .35),
            new LabelledPart(Part.Kind.HISTORY, "Honey", .2),
            new LabelledPart(Part.Kind.HISTORY, "Jam", -.1),
            new LabelledPart(Part.Kind.HISTORY, "Salt", -.25));

    private static VerifiedExplanation checked(double margin, Verdict verdict, VerdictReason reason) {
        List<Contribution> contributions = List.of(
                new Contribution(Part.Kind.HISTORY, 0, .35),
                new Contribution(Part.Kind.HISTORY, 1, .2),
                new Contribution(Part.Kind.HISTORY, 2, -.1),
                new Contribution(Part.Kind.HISTORY, 3, -.25));
        return new VerifiedExplanation(
                new Explanation(
                        "exact",
                        new ExplanationRequest(Query.of(0, 0, 1, 2, 3), 9, 50),
                        contributions,
                        margin,
                        margin - .2,
                        OptionalDouble.of(0)),
                Optional.empty(),
                verdict,
                reason);
    }

    private static Bilingual headline(VerifiedExplanation checked, List<LabelledPart> parts) {
        return ContrastWords.headline(checked, parts, new Figures(2), HistoryVerb.BOUGHT, "Tea", "Coffee");
    }

    @Test
    void an_exact_margin_is_said_with_what_speaks_for_either_side() {
        Bilingual said = headline(checked(.19, Verdict.EXACT, VerdictReason.EXACT_BY_FORMULA), PARTS);
        assertEquals(
                "Tea is ahead of Coffee by 0.19. For Tea it counts most that this user bought Milk and Honey (+0.55)."
                        + " For Coffee speaks most: Salt and Jam (\u22120.35).",
                said.en());
        assertTrue(said.zh().startsWith("Tea 领先 Coffee 0.19。最支持 Tea 的是该用户"), said.zh());
    }

    @ParameterizedTest
    @EnumSource(
            value = VerdictReason.class,
            names = {"NO_BETTER_THAN_RANDOM", "HISTORY_HARDLY_MATTERS", "WORSE_THAN_COSINE"})
    void what_is_not_supported_is_an_observation(VerdictReason reason) {
        String said =
                headline(checked(.19, Verdict.NOT_SUPPORTED, reason), PARTS).en();
        assertTrue(said.contains("An observation, not a reason"), said);
        assertFalse(said.contains("counts most"), said);
    }

    @Test
    void an_item_that_is_behind_is_not_called_ahead() {
        String said = headline(checked(-.4, Verdict.EXACT, VerdictReason.EXACT_BY_FORMULA), PARTS)
                .en();
        assertTrue(said.startsWith("Tea is not ahead of Coffee: it is behind by 0.40."), said);
    }

    @Test
    void without_a_part_for_it_that_is_what_is_said() {
        List<LabelledPart> against = List.of(new LabelledPart(Part.Kind.HISTORY, "Salt", -.25));
        String said = headline(checked(.1, Verdict.EXACT, VerdictReason.EXACT_BY_FORMULA), against)
                .en();
        assertTrue(said.contains("No past action of this user speaks for Tea."), said);
    }

    @ParameterizedTest
    @EnumSource(VerdictReason.class)
    void the_verdict_of_a_margin_never_speaks_of_one_score(VerdictReason reason) {
        Bilingual said = ContrastWords.verdict(checked(.19, Verdict.PARTLY, reason), PARTS);
        assertFalse(said.en().contains("score"), said.en());
        assertFalse(said.zh().contains("得分"), said.zh());
        assertFalse(said.zh().isEmpty());
    }

    @Test
    void the_sum_line_of_a_margin_names_both_margins() {
        Explanation explanation =
                checked(.19, Verdict.EXACT, VerdictReason.EXACT_BY_FORMULA).explanation();
        Bilingual line = SumLine.of(explanation, new Figures(2)).orElseThrow().marginText();
        assertEquals("margin of empty history \u22120.01 + contributions 0.20 = margin 0.19", line.en());
        assertEquals("空历史的差距 \u22120.01 + 贡献 0.20 = 差距 0.19", line.zh());
    }
}
