package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "6",
                "-12",
                "+3",
                "2.55",
                ".5",
                "0.001",
                "74215",
                "123456789012345",
                "1e3",
                "-1.5E-7",
                "12345678901234567890",
                "3.14159265358979323846"
            })
    void agreesWithJava(String text) {
        assertEquals(Float.parseFloat(text), parse(text, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "abc", "1,5", "1 000", "NaN", "Infinity", "1e99", "0x1p3", "5d", "1.2.3", "£3"})
    void isNotANumberForAnythingElse(String text) {
        assertTrue(Float.isNaN(parse(text, false)));
    }

    @Test
    void readsADecimalCommaWhereTold() {
        assertEquals(3000.5f, parse(" 3000,50 ", true));
        assertEquals(.25f, parse("2,5e-1", true));
        assertTrue(Float.isNaN(parse("1.000,50", true)));
        assertTrue(Float.isNaN(parse("1".repeat(70), true)));
    }

    private static float parse(String text, boolean decimalComma) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new NumberParser(decimalComma).parse(bytes, 0, bytes.length);
    }
}
