package vitrine.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vitrine.run.SeededRandom;

class TextDictionaryTest {
    @Test
    void agreesWithAMap() {
        TextDictionary dictionary = new TextDictionary();
        Map<String, Integer> oracle = new HashMap<>();
        SeededRandom random = new SeededRandom(7);
        for (int i = 0; i < 50_000; i++) {
            String text = "id" + random.nextInt(20_000);
            assertEquals(oracle.computeIfAbsent(text, key -> oracle.size()), dictionary.add(text));
        }
        assertEquals(oracle.size(), dictionary.size());
        oracle.forEach((text, code) -> assertEquals(text, dictionary.text(code)));
    }

    @Test
    void settlesEqualHashesByTheBytes() {
        TextDictionary dictionary = new TextDictionary();
        byte[] bytes = "ab".getBytes(StandardCharsets.UTF_8);
        assertEquals(0, dictionary.add(bytes, 0, 1, 5));
        assertEquals(1, dictionary.add(bytes, 1, 2, 5));
        assertEquals(0, dictionary.add(bytes, 0, 1, 5));
        assertEquals("b", dictionary.text(1));
    }

    @Test
    void decodesUtf8AndElseLatin1() {
        TextDictionary dictionary = new TextDictionary();
        byte[] latin = "Café".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("用户", dictionary.text(dictionary.add("用户")));
        assertEquals("Café", dictionary.text(dictionary.add(latin, 0, latin.length)));
    }

    @Test
    void hashDependsOnEveryByteAndOnTheLength() {
        byte[] bytes = new byte[40];
        for (int length = 0; length < 20; length++) {
            assertNotEquals(Hash64.of(bytes, 0, length), Hash64.of(bytes, 0, length + 1));
            byte[] changed = bytes.clone();
            changed[length] = 1;
            assertNotEquals(Hash64.of(bytes, 0, length + 1), Hash64.of(changed, 0, length + 1));
            assertEquals(Hash64.of(bytes, 0, length), Hash64.of(bytes, 20, 20 + length));
        }
    }
}
