package vitrine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vitrine.model.Part;
import vitrine.model.Query;

class FiguresTest {
    @Test
    void theLargestNumberGetsThreeSignificantFigures() {
        assertEquals("3.62", Figures.forLargest(3.6182).plain(3.6182));
        assertEquals("0.0123", Figures.forLargest(.0123).plain(.0123));
        assertEquals("1234", Figures.forLargest(1234).plain(1234.4));
        assertEquals("12.3", Figures.forLargest(-12.3).plain(12.34));
    }

    @Test
    void zeroAndInfinityStillHaveDecimals() {
        assertEquals(2, Figures.forLargest(0).decimals());
        assertEquals(2, Figures.forLargest(Double.POSITIVE_INFINITY).decimals());
    }

    @Test
    void minusIsTheRealMinusSignAndPlusIsWritten() {
        Figures two = new Figures(2);
        assertEquals("\u22120.35", two.signed(-.35));
        assertEquals("+1.19", two.signed(1.19));
        assertEquals("\u22122.01", two.plain(-2.013));
    }

    @Test
    void aTinyValueKeepsItsDirectionAndZeroHasNone() {
        Figures two = new Figures(2);
        assertEquals("+0.00", two.signed(1e-9));
        assertEquals("\u22120.00", two.signed(-1e-9));
        assertEquals("0.00", two.signed(0));
        assertEquals("0.00", two.plain(-1e-9));
    }

    @Test
    void whatIsNotANumberIsADash() {
        assertEquals(Figures.NOTHING, new Figures(2).plain(Double.NaN));
        assertEquals(Figures.NOTHING, new Figures(2).signed(Double.NEGATIVE_INFINITY));
    }

    @Test
    void decimalsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Figures(-1));
        assertThrows(IllegalArgumentException.class, () -> new Figures(10));
    }

    @Test
    void anExplanationsFiguresFitItsLargestNumber() {
        Explanation explanation = new Explanation(
                "m",
                new ExplanationRequest(Query.of(0, 1), 2, 1),
                List.of(new Contribution(Part.Kind.HISTORY, 0, -45.6)),
                1,
                2,
                OptionalDouble.empty());
        assertEquals(1, Figures.of(explanation).decimals());
    }

    @Test
    void aLabelledPartKnowsItsKind() {
        assertTrue(new LabelledPart(Part.Kind.HISTORY, "a", 1).isHistory());
        assertEquals("context", new LabelledPart(Part.Kind.CONTEXT, "a", 1).kindCode());
    }
}
