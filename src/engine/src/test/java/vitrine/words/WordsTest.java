package vitrine.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.RemovalCurve;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.assess.faithfulness.Verdict;
import vitrine.assess.faithfulness.VerdictReason;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Explanation;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;
import vitrine.model.Part;
import vitrine.words.LearningWords.Run;
import vitrine.words.LearningWords.State;

class WordsTest {
    private static final double[] NONE = {};

    private static Faithfulness measured(double pValue, double own, double popularity, double cosine) {
        SortedMap<String, RemovalScores> controls = new TreeMap<>();
        controls.put("popularity", new RemovalScores(0, 0, 0, popularity, 0));
        controls.put("cosine", new RemovalScores(0, 0, 0, cosine, 0));
        return new Faithfulness(
                5,
                8,
                new RemovalScores(0, 0, 0, own, 0),
                new RemovalCurve(NONE, NONE, NONE),
                controls,
                new TreeMap<>(),
                NONE,
                NONE,
                pValue,
                199,
                42,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    private static String supported(double pValue, double own, double popularity, double cosine) {
        return VerdictWords.sentence(
                        VerdictReason.BEATS_RANDOM_AND_COSINE,
                        Optional.of(measured(pValue, own, popularity, cosine)),
                        8)
                .en();
    }

    private static void assertReads(Bilingual sentence) {
        for (String text : List.of(sentence.en(), sentence.zh())) {
            assertFalse(text.isBlank());
            assertFalse(
                    text.contains("null") || text.contains("{") || text.contains("%s") || text.contains("NaN"), text);
            assertFalse(text.contains("  "), text);
        }
        assertTrue(sentence.zh().codePoints().anyMatch(Character::isIdeographic), sentence.zh());
        assertFalse(sentence.en().codePoints().anyMatch(Character::isIdeographic), sentence.en());
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictHasAWord(Verdict verdict) {
        assertReads(VerdictWords.word(verdict));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentence(VerdictReason reason) {
        assertReads(VerdictWords.sentence(reason, Optional.of(measured(.02, .5, .1, .2)), 1));
        assertReads(VerdictWords.sentence(reason, Optional.empty(), 3));
    }

    @Test
    void thePercentageIsTheShareOfRandomOrdersBeaten() {
        assertTrue(supported(.02, .5, .1, .2).contains("faster than 98 % of random orders"));
        assertTrue(supported(.005, .5, .1, .2).contains("all 199 random orders tried"));
        assertTrue(supported(.05, .5, .1, .2).contains("95 %"), "p at the limit");
    }

    @Test
    void onlyControlsThatWereBeatenAreSaidToBeBeaten() {
        assertTrue(supported(.02, .5, .1, .2).endsWith("and faster than popularity or similarity order."));
        assertTrue(supported(.02, .5, .1, .505).endsWith("and about as fast as similarity order."));
        assertTrue(supported(.02, .5, .6, .2).endsWith("but no faster than popularity order."));
        assertTrue(supported(.02, .5, .6, .505).endsWith("no faster than popularity order."));
    }

    @Test
    void tooFewItemsNamesTheNumber() {
        assertEquals(
                "This user has 2 past actions; at least 5 are needed.",
                VerdictWords.sentence(VerdictReason.TOO_FEW_ITEMS, Optional.empty(), 2)
                        .en());
        VerifiedExplanation checked = new VerifiedExplanation(
                SumLineTest.explanation(0, 1, OptionalDouble.empty(), 1),
                Optional.empty(),
                Verdict.NOT_TESTABLE,
                VerdictReason.TOO_FEW_ITEMS);
        assertEquals(
                "This user has 1 past action; at least 5 are needed.",
                VerdictWords.sentence(checked, List.of(past("CUP", 1))).en());
    }

    private static Bilingual headline(Verdict verdict, double reference, double score, LabelledPart... parts) {
        Explanation explanation = SumLineTest.explanation(reference, score, OptionalDouble.of(0), 0);
        return ExplanationWords.headline(
                new VerifiedExplanation(explanation, Optional.empty(), verdict, VerdictReason.CHECK_FAILED),
                List.of(parts),
                new Figures(2),
                HistoryVerb.BOUGHT);
    }

    private static LabelledPart past(String title, double value) {
        return new LabelledPart(Part.Kind.HISTORY, title, value);
    }

    @Test
    void aSupportedExplanationSaysBecause() {
        assertEquals(
                "Mostly because this user bought CUP and TEA; together they add +0.31 of the 0.50 rise.",
                headline(Verdict.SUPPORTED, 0, .5, past("TEA", .12), past("CUP", .19), past("X", .1))
                        .en());
        assertTrue(headline(Verdict.EXACT, 0, 5, past("CUP", .19)).en().startsWith("In part because"));
    }

    @ParameterizedTest
    @EnumSource
    void onlySupportedAndExactClaimACause(Verdict verdict) {
        Bilingual sentence = headline(verdict, 0, .5, past("CUP", .3), past("TEA", .1));
        assertReads(sentence);
        boolean cause = verdict == Verdict.SUPPORTED || verdict == Verdict.EXACT;
        assertEquals(cause, sentence.en().contains("because"));
        assertEquals(cause, sentence.zh().contains("因为"));
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictReadsInEverySituation(Verdict verdict) {
        assertReads(headline(verdict, 1, .2, past("CUP", .1), past("TEA", -.9)));
        assertReads(headline(verdict, 1, 1, past("CUP", .1), past("TEA", -.1)));
        assertReads(headline(verdict, 0, .2, past("CUP", .5), past("TEA", -.3)));
        assertReads(headline(verdict, 1, .2, past("TEA", -.8)));
        assertReads(headline(verdict, 1, 1, past("TEA", 0)));
        assertReads(headline(verdict, 0, 0));
    }

    @Test
    void aUserPartThatWeighsMoreIsSaidSo() {
        LabelledPart user = new LabelledPart(Part.Kind.USER, "u", 2);
        assertTrue(headline(Verdict.SUPPORTED, 0, 2.3, past("CUP", .3), user)
                .en()
                .endsWith("What the model learned about the user as such weighs more: +2.00."));
        assertTrue(headline(Verdict.SUPPORTED, 0, 2, user).en().startsWith("No past action"));
    }

    @Test
    void aTitleIsNeverTranslated() {
        Bilingual question = ExplanationWords.question("红茶 TEA", "17850");
        assertTrue(question.en().contains("红茶 TEA") && question.zh().contains("红茶 TEA"));
    }

    @Test
    void aReasonIsACauseOnlyWhenSupported() {
        assertEquals(
                "bought CUP",
                ReasonWords.line("CUP", HistoryVerb.BOUGHT, Optional.of(Verdict.SUPPORTED))
                        .en());
        assertEquals(
                "strongest part: CUP",
                ReasonWords.line("CUP", HistoryVerb.BOUGHT, Optional.empty()).en());
        assertEquals(
                "strongest part: CUP",
                ReasonWords.line("CUP", HistoryVerb.BOUGHT, Optional.of(Verdict.NOT_SUPPORTED))
                        .en());
        assertReads(ReasonWords.none());
        for (HistoryVerb verb : HistoryVerb.values()) {
            assertReads(verb.word());
        }
    }

    @Test
    void whatWasNotTestedIsCounted() {
        List<LabelledPart> parts = List.of(
                past("a", 1),
                new LabelledPart(Part.Kind.USER, "u", 1),
                new LabelledPart(Part.Kind.CONTEXT, "hour", 1),
                new LabelledPart(Part.Kind.CONTEXT, "day", 1));
        Bilingual sentence =
                NotTestedWords.sentence(List.of("user", "item", "context", "randomisation", "sensitivity"), parts);
        assertReads(sentence);
        assertTrue(sentence.en().startsWith("1 user bar and 2 context bars were not part of the removal test"));
        assertEquals(
                "All bars took part in the tests.",
                NotTestedWords.sentence(List.of(), parts).en());
        assertTrue(NotTestedWords.sentence(List.of("item"), List.of(new LabelledPart(Part.Kind.ITEM, "p", 1)))
                .zh()
                .startsWith("1 条商品贡献"));
    }

    private static Run run(double[] loss, double[] valid, double[] metric, boolean stopped, double popularity) {
        return new Run(loss, valid, metric, "nDCG@10", 3, stopped, OptionalDouble.of(popularity));
    }

    @Test
    void theLearningStateFollowsItsRules() {
        double[] falling = {.5, .4, .3, .2};
        double[] rising = {.4, .41, .42, .43};
        double[] better = {.1, .2, .3, .4};
        assertEquals(State.LEARNING, LearningWords.state(run(falling, falling, better, false, .2)));
        assertEquals(State.OVERFITTING, LearningWords.state(run(falling, rising, better, false, .2)));
        assertEquals(State.STOPPED_EARLY, LearningWords.state(run(falling, rising, better, true, .2)));
        double[] broken = {.5, Double.NaN};
        assertEquals(State.DIVERGED, LearningWords.state(run(broken, broken, broken, false, .2)));
        double[] worse = {.4, .3, .2, .1};
        assertEquals(State.FLAT, LearningWords.state(run(falling, falling, worse, false, .2)));
        assertEquals(State.LEARNING, LearningWords.state(run(falling, NONE, NONE, false, .2)));
    }

    @Test
    void theAnswerComparesWithPopularity() {
        double[] falling = {.5, .4};
        double[] better = {.2, .382};
        assertEquals(
                "Learning. Validation nDCG@10 0.382, best at epoch 2, 68 % above popularity.",
                LearningWords.answer(run(falling, falling, better, false, .227)).en());
        assertTrue(LearningWords.answer(run(falling, falling, better, false, .764))
                .en()
                .contains("50 % below popularity"));
        assertTrue(LearningWords.answer(run(falling, falling, better, false, .382))
                .en()
                .contains("level with popularity"));
        assertFalse(LearningWords.answer(run(falling, falling, better, false, 0))
                .en()
                .contains("popularity"));
        assertReads(LearningWords.answer(run(falling, NONE, NONE, true, .2)));
        for (State state : State.values()) {
            assertReads(state.word());
        }
    }

    @Test
    void englishAnswersForEveryLanguageButChinese() {
        Bilingual both = new Bilingual("a", "甲");
        assertEquals("甲", both.in(Locale.SIMPLIFIED_CHINESE));
        assertEquals("a", both.in(Locale.FRENCH));
        assertEquals(new Bilingual("a b", "甲乙"), both.then(new Bilingual("b", "乙")));
        assertEquals(both, both.then(Bilingual.NONE));
        assertEquals(both, Bilingual.NONE.then(both));
    }

    @Test
    void percentagesHaveOneDecimalBelowTen() {
        assertEquals("0.4", Percent.of(.004));
        assertEquals("98", Percent.of(.98));
        assertEquals("< 0.1", Percent.of(.0001));
        assertEquals("0.0", Percent.of(0));
    }

    @Test
    void theStandingSaysWhatBecomesOfTheRank() {
        assertEquals(
                "Without both, it drops from rank 1 to 14.",
                ExplanationWords.standing(2, 1, 14).en());
        assertEquals(
                "Without it, it stays at rank 3.",
                ExplanationWords.standing(1, 3, 3).en());
        assertEquals("去掉该项后，名次从 5 升到 2。", ExplanationWords.standing(1, 5, 2).zh());
        assertTrue(ExplanationWords.standing(0, 1, 1).isEmpty());
        assertReads(ExplanationWords.standing(2, 4, 9));
    }

    @Test
    void theRiseIsTheDifferenceOfThePrintedScores() {
        assertTrue(headline(Verdict.SUPPORTED, -.0659, 1.5175, past("CUP", .3))
                .en()
                .contains("of the 1.59 rise"));
    }
}
