package vitrine.desktop.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The texts of one language by key, read from UTF-8 properties beside this class. */
final class Bundle {
    private final Map<String, String> texts;

    private Bundle(Map<String, String> texts) {
        this.texts = texts;
    }

    static Bundle of(Language language) {
        String file = "texts_" + language.locale().getLanguage() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Bundle.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the texts " + file + " are missing from the program");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new Bundle(texts);
    }

    Map<String, String> texts() {
        return texts;
    }

    /** @return the text with {@code {0}}, {@code {1}} ... replaced; the key itself where the text is missing */
    String text(String key, Object... arguments) {
        String text = texts.getOrDefault(key, key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }
}
