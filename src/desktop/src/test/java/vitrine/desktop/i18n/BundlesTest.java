package vitrine.desktop.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vitrine.action.Explainers;
import vitrine.action.HyperParameter;
import vitrine.action.MethodSetting;
import vitrine.action.Models;

class BundlesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern USE = Pattern.compile(
            "(?:texts\\(?\\)?\\.|\\.|\\b)(?:bind|get|label|button|pill|say)\\(\\s*\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"\\s*[,)]");

    private final Map<String, String> english = Bundle.of(Language.ENGLISH).texts();
    private final Map<String, String> chinese = Bundle.of(Language.CHINESE).texts();

    @Test
    void both_languages_have_the_same_keys() {
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    }

    @Test
    void both_languages_fill_in_the_same_things() {
        english.forEach((key, text) -> assertEquals(places(text), places(chinese.getOrDefault(key, "")), key));
    }

    @Test
    void no_text_is_empty() {
        english.forEach((key, text) -> assertFalse(text.isBlank(), key));
        chinese.forEach((key, text) -> assertFalse(text.isBlank(), key));
    }

    @Test
    void every_key_the_program_names_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        int[] uses = {0};
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher use = USE.matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (use.find()) {
                    uses[0]++;
                    if (!english.containsKey(use.group(1)) && !use.group(1).endsWith(".")) {
                        missing.add(file.getFileName() + ": " + use.group(1));
                    }
                }
            }
        }
        assertTrue(uses[0] > 20, "found only " + uses[0] + " uses");
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_split_and_model_and_each_of_its_parameters_has_a_name() {
        Models.splits().forEach(split -> assertTrue(english.containsKey("split." + split), split));
        for (String model : Models.names()) {
            assertTrue(english.containsKey("model." + model), model);
            List<HyperParameter> all = new ArrayList<>(Models.parameters(model));
            all.addAll(Models.furtherParameters(model));
            for (HyperParameter parameter : all) {
                assertTrue(english.containsKey("param." + parameter.name()), parameter.name());
                assertTrue(english.containsKey("param." + parameter.name() + ".help"), parameter.name());
            }
        }
    }

    @Test
    void every_method_of_explaining_has_a_name_and_says_what_it_needs() {
        for (String method : Explainers.names()) {
            assertTrue(english.containsKey("method." + method), method);
            assertTrue(english.containsKey("method." + method + ".needs"), method);
        }
        for (MethodSetting setting : Explainers.settings()) {
            assertTrue(english.containsKey("method.param." + setting.name()), setting.name());
            assertTrue(english.containsKey("method.param." + setting.name() + ".help"), setting.name());
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }
}
