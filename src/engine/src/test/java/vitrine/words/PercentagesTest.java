package vitrine.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentagesTest {
    @ParameterizedTest
    @CsvSource({".0251, 2.51 %", ".00004, < 0.01 %", "0, 0.00 %", ".5, 50.0 %", "1, 100.0 %", ".09996, 10.00 %"})
    void printsAShareOfHundredAndNeverZeroForWhatIsPossible(double probability, String words) {
        assertEquals(words, Percentages.of(probability).en());
        assertEquals(words.replace(" %", "%"), Percentages.of(probability).zh());
    }

    @Test
    void allOfAListHaveTheSameDecimals() {
        Percentages list = Percentages.forLargest(.4);
        assertEquals("40.0 %", list.words(.4).en());
        assertEquals("0.3 %", list.words(.003).en());
    }
}
