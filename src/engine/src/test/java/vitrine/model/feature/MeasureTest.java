package vitrine.model.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void valuesBecomeDeviationsFromTheirMean() {
        // Mean 5, deviation 2 (of the population): the textbook's 2, 4, 4, 4, 5, 5, 7, 9.
        Measure age = Measure.of("age", false, new double[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertEquals(5, age.mean());
        assertEquals(2, age.deviation());
        assertEquals(Optional.of(new FeatureValue(0, 2)), age.encode("9"));
        assertEquals(Optional.of(new FeatureValue(0, -.5f)), age.encode(" 4 "));
        assertEquals("9", age.text(new FeatureValue(0, 2)));
    }

    @Test
    void pricesAreReadByTheirLogarithm() {
        // log(1 + x) is 0 and 2: mean 1, deviation 1.
        double high = Math.exp(2) - 1;
        Measure price = Measure.of("price", true, new double[] {0, high});
        assertEquals(1, price.mean(), 1e-12);
        assertEquals(1, price.deviation(), 1e-12);
        assertEquals(-1, price.encode("0").orElseThrow().number(), 1e-6);
        assertEquals(Optional.empty(), price.encode("-1"));
        assertEquals("6.389", price.text(new FeatureValue(0, 1)));
    }

    @Test
    void anAbsurdValueIsCut() {
        Measure age = new Measure("age", false, 0, 1);
        assertEquals(5, age.encode("1e15").orElseThrow().number());
        assertEquals(-5, age.encode("-1e15").orElseThrow().number());
    }

    @Test
    void whatIsNoNumberIsNoValueAndNothingIsUnknown() {
        Measure age = new Measure("age", false, 0, 1);
        for (String text : new String[] {"x", "NaN", "Infinity", "1,5", "--", "1e200", "-1e16"}) {
            assertTrue(age.encode(text).isEmpty(), text);
        }
        assertEquals(Optional.of(FeatureValue.UNKNOWN), age.encode(""));
    }

    /** Of the most extreme scales there are, every value that a number of deviations stands for has a text. */
    @Test
    void whateverTheScaleItsValuesCanBeShown() {
        double[] high = new double[1001];
        java.util.Arrays.fill(high, 1e15);
        assertEquals("1000000000000000", Measure.of("x", false, high).text(new FeatureValue(0, 0)));
        Measure wide = Measure.of("x", false, new double[] {-1e15, 1e15});
        assertEquals("5000000000000000", wide.text(new FeatureValue(0, 5)));
        Measure longest = new Measure("x", true, 100, 100);
        assertTrue(longest.text(new FeatureValue(0, 5)).length() > 200);
        assertThrows(IllegalArgumentException.class, () -> new Measure("x", true, 0, 101));
        assertThrows(IllegalArgumentException.class, () -> new Measure("x", false, 2e15, 1));
        assertThrows(IllegalArgumentException.class, () -> new Measure("x", false, 0, 1e200));
    }

    @Test
    void equalValuesDoNotDivideByZero() {
        Measure same = Measure.of("x", false, new double[] {3, 3});
        assertEquals(0, same.encode("3").orElseThrow().number());
        assertThrows(IllegalArgumentException.class, () -> new Measure("x", false, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Measure("x", false, Double.NaN, 1));
    }
}
