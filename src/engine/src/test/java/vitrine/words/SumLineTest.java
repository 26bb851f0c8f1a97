package vitrine.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.Figures;
import vitrine.model.Part;
import vitrine.model.Query;

class SumLineTest {
    private static final Pattern NUMBER = Pattern.compile("[\u2212-]?[0-9]+(?:\\.[0-9]+)?");

    static Explanation explanation(double reference, double score, OptionalDouble delta, double... values) {
        List<Contribution> parts = new java.util.ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parts.add(new Contribution(Part.Kind.HISTORY, i, values[i]));
        }
        int[] history = java.util.stream.IntStream.range(0, values.length).toArray();
        return new Explanation(
                "m", new ExplanationRequest(Query.of(0, history), 99, 1), parts, score, reference, delta);
    }

    private static SumLine line(Explanation explanation) {
        return SumLine.of(explanation, Figures.of(explanation)).orElseThrow();
    }

    @Test
    void theReferenceIsNamedAfterWhatIsTakenAway() {
        Explanation history = explanation(1, 3, OptionalDouble.of(0), 2);
        assertTrue(line(history).text().en().startsWith("empty history 1"));
        Explanation context = new Explanation(
                "m",
                history.request(),
                List.of(new Contribution(Part.Kind.HISTORY, 0, 1.5), new Contribution(Part.Kind.CONTEXT, 0, .5)),
                3,
                1,
                OptionalDouble.of(0));
        assertTrue(line(context).text().en().startsWith("item alone 1"));
        assertTrue(line(context).text().zh().startsWith("仅商品本身 1"));
    }

    @Test
    void whatIsPrintedAddsUpToTheLastShownDigit() {
        Random random = new Random(6);
        for (int round = 0; round < 2_000; round++) {
            double scale = Math.exp(random.nextGaussian() * 3);
            double[] values =
                    random.doubles(1 + random.nextInt(30), -scale, scale).toArray();
            double reference = random.nextGaussian() * scale;
            double gap = random.nextInt(3) == 0 ? random.nextGaussian() * scale : random.nextGaussian() * 1e-4 * scale;
            double score = reference + java.util.Arrays.stream(values).sum() + gap;
            Explanation explanation = explanation(reference, score, OptionalDouble.of(Math.abs(gap)), values);
            for (String text : List.of(
                    line(explanation).text().en(), line(explanation).text().zh())) {
                Matcher numbers = NUMBER.matcher(text);
                BigDecimal left = BigDecimal.ZERO;
                BigDecimal last = BigDecimal.ZERO;
                BigDecimal all = BigDecimal.ZERO;
                while (numbers.find()) {
                    last = new BigDecimal(numbers.group().replace('\u2212', '-'));
                    all = all.add(last);
                    left = all.subtract(last);
                }
                assertEquals(0, left.compareTo(last), text);
            }
        }
    }

    @Test
    void roundingGoesIntoTheContributionsARealGapGetsItsOwnTerm() {
        SumLine rounded = line(explanation(1.004, 3.008, OptionalDouble.of(0), 2.004));
        assertEquals(
                "empty history 1.00 + contributions 2.01 = score 3.01",
                rounded.text().en());
        SumLine gap = line(explanation(-2, 2, OptionalDouble.of(.5), 3.5));
        assertEquals(
                "empty history \u22122.00 + contributions 3.50 + unexplained 0.50 = score 2.00",
                gap.text().en());
        assertEquals("sum gap 13 %", gap.gap().en());
        assertTrue(gap.gapIsLarge());
    }

    @Test
    void aSmallGapIsNoWarning() {
        SumLine line = line(explanation(0, 1, OptionalDouble.of(.004), .996));
        assertEquals("sum gap 0.4 %", line.gap().en());
        assertEquals("求和误差 0.4%", line.gap().zh());
        assertFalse(line.gapIsLarge());
    }

    @Test
    void noChangeMeansNoGapToSpeakOf() {
        assertTrue(line(explanation(1, 1, OptionalDouble.of(0), 0)).gap().isEmpty());
    }

    @Test
    void methodsWithoutASumHaveNoLine() {
        Explanation explanation = explanation(0, 1, OptionalDouble.empty(), .3);
        assertTrue(SumLine.of(explanation, new Figures(2)).isEmpty());
        assertFalse(SumLine.noSum().isEmpty());
        assertTrue(SumLine.of(explanation(0, Double.NaN, OptionalDouble.of(0), .3), new Figures(2))
                .isEmpty());
    }
}
