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
        assertEquals(5, age.encode("1e300").orElseThrow().number());
        assertEquals(-5, age.encode("-1e300").orElseThrow().number());
    }

    @Test
    void whatIsNoNumberIsNoValueAndNothingIsUnknown() {
        Measure age = new Measure("age", false, 0, 1);
        for (String text : new String[] {"x", "NaN", "Infinity", "1,5", "--"}) {
            assertTrue(age.encode(text).isEmpty(), text);
        }
        assertEquals(Optional.of(FeatureValue.UNKNOWN), age.encode(""));
    }

    @Test
    void equalValuesDoNotDivideByZero() {
        Measure same = Measure.of("x", false, new double[] {3, 3});
        assertEquals(0, same.encode("3").orElseThrow().number());
        assertThrows(IllegalArgumentException.class, () -> new Measure("x", false, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Measure("x", false, Double.NaN, 1));
    }
}
