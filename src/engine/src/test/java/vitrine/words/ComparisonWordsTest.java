package vitrine.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ComparisonWordsTest {
    /** @param p of the pairs in the order (0,1), (0,2), ..., (1,2), ... */
    private static Bilingual answer(double[] means, double... p) {
        List<ComparisonWords.Model> models = new ArrayList<>();
        List<ComparisonWords.Pair> pairs = new ArrayList<>();
        for (int a = 0; a < means.length; a++) {
            models.add(new ComparisonWords.Model((char) ('A' + a) + " m", means[a]));
            for (int b = a + 1; b < means.length; b++) {
                pairs.add(new ComparisonWords.Pair(a, b, means[a] - means[b], p[pairs.size()]));
            }
        }
        return ComparisonWords.answer(
                new ComparisonWords.Contest("nDCG@10", models, pairs, OptionalDouble.empty(), 10));
    }

    @Test
    void aDifferenceThatIsShownNamesTheBetterModelWhicheverComesFirst() {
        assertEquals(
                "B m ranks better than A m (+0.044 nDCG@10, p < 0.001).",
                answer(new double[] {.438, .482}, .0004).en());
        assertEquals(
                "A m ranks better than B m (+0.044 nDCG@10, p = 0.012).",
                answer(new double[] {.482, .438}, .012).en());
        assertEquals(
                "B m 的排序优于 A m（nDCG@10 +0.044，p < 0.001）。",
                answer(new double[] {.438, .482}, .0004).zh());
    }

    @Test
    void noModelIsBetterWithoutATestThatShowsIt() {
        for (double p : new double[] {.05, .41, 1, Double.NaN}) {
            Bilingual said = answer(new double[] {.438, .482}, p);
            assertTrue(said.en().startsWith("Neither A m nor B m is shown to rank better"), said.en());
            assertFalse(said.zh().contains("优于"), said.zh());
        }
        assertTrue(answer(new double[] {.4, .5}, Double.NaN).en().contains("too few users to test"));
    }

    @Test
    void ofSeveralTheBestIsHeldAgainstEachOfTheOthers() {
        assertEquals(
                "C m ranks better than A m and B m (at least +0.100 nDCG@10, p at most 0.020).",
                answer(new double[] {.1, .2, .3}, .9, .001, .02).en());
        assertEquals(
                "C m ranks better than A m (nDCG@10 +0.200, p = 0.001) but is not shown to rank better than B m"
                        + " (p = 0.20).",
                answer(new double[] {.1, .2, .3}, .9, .001, .2).en());
        assertEquals(
                "C m has the highest nDCG@10, 0.300, but is not shown to rank better than A m or B m (p at least 0.20).",
                answer(new double[] {.1, .2, .3}, .9, .4, .2).en());
    }

    @Test
    void aPValueIsNeverRoundedOverTheThreshold() {
        assertTrue(answer(new double[] {.4, .5}, .0498).en().contains("p = 0.0498"));
        assertTrue(answer(new double[] {.4, .5}, .04999).en().contains("p = 0.04999"));
        assertTrue(answer(new double[] {.4, .5}, .0502).en().contains("p = 0.050"));
        assertTrue(answer(new double[] {.4, .5}, .0502).en().startsWith("Neither"));
    }

    @Test
    void ofTwoModelsItSaysWhatTheirListsShareAndOfOneThatItIsAlone() {
        List<ComparisonWords.Model> two =
                List.of(new ComparisonWords.Model("A m", .4), new ComparisonWords.Model("B m", .5));
        Bilingual said = ComparisonWords.answer(new ComparisonWords.Contest(
                "nDCG@5", two, List.of(new ComparisonWords.Pair(0, 1, -.1, .001)), OptionalDouble.of(4.06), 10));
        assertTrue(said.en().endsWith("Of their first 10 products 4.1 are the same on average."), said.en());
        assertTrue(said.zh().endsWith("两者的前 10 个商品平均有 4.1 个相同。"), said.zh());
        assertEquals(
                "Only A m was measured: nDCG@5 0.400.",
                ComparisonWords.answer(new ComparisonWords.Contest(
                                "nDCG@5", two.subList(0, 1), List.of(), OptionalDouble.empty(), 10))
                        .en());
    }
}
