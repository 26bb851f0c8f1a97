package vitrine.network.dl4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import vitrine.run.BadInputException;

/**
 * Reads the sizes out of a {@code configuration.json} by laying it beside the one DL4J writes for {@link
 * HistoryConvolutionGraph}, with <code>{name}</code> where a size stands and <code>{number}</code> where training may have
 * put any number. Everything else must be equal, class names included: the text is compared, never turned into objects, so
 * no class is loaded by a name that stands in a file.
 */
final class GraphTemplate {
    private static final int LONGEST = 1 << 20;
    private static final String ANY_NUMBER = "{number}";
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(1000)
                            .maxNameLength(1000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String what;
    private final Map<String, Integer> sizes = new TreeMap<>();

    private GraphTemplate(String what) {
        this.what = what;
    }

    /**
     * @param what the part's name, for messages
     * @return {@code channels, filters, kernel, rows, steps, width}, each above 0
     * @throws BadInputException when it is not such a configuration
     */
    static Map<String, Integer> sizes(byte[] configuration, String what) {
        JsonNode actual;
        try {
            actual = configuration.length > LONGEST ? JSON.missingNode() : JSON.readTree(configuration);
        } catch (IOException e) {
            throw Dl4jImport.damaged(what, "it is not JSON");
        }
        if (!actual.isObject()) {
            throw Dl4jImport.damaged(what, "it is not one JSON object of at most " + LONGEST + " bytes");
        }
        GraphTemplate template = new GraphTemplate(what);
        template.compare(own(), actual, "");
        return template.sizes;
    }

    private static JsonNode own() {
        try (InputStream in = GraphTemplate.class.getResourceAsStream("history-convolution.json")) {
            if (in == null) {
                throw new IllegalStateException("history-convolution.json is missing from the program");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("history-convolution.json cannot be read from the program", e);
        }
    }

    /** @param path where in the document; made of our own names only, so it can be shown */
    private void compare(JsonNode expected, JsonNode actual, String path) {
        if (expected.isTextual() && expected.textValue().startsWith("{")) {
            bind(expected.textValue(), actual, path);
        } else if (expected.isObject()) {
            require(actual.isObject() && actual.size() == expected.size(), path, "has other fields");
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                JsonNode value = actual.get(field.getKey());
                String inside = path + "/" + field.getKey();
                if (value == null) {
                    throw another(inside, "is missing");
                }
                compare(field.getValue(), value, inside);
            }
        } else if (expected.isArray()) {
            require(actual.isArray() && actual.size() == expected.size(), path, "is not " + expected);
            for (int i = 0; i < expected.size(); i++) {
                compare(expected.get(i), actual.get(i), path + "/" + i);
            }
        } else {
            require(expected.equals(actual), path, "is not " + expected);
        }
    }

    private void bind(String name, JsonNode actual, String path) {
        if (name.equals(ANY_NUMBER)) {
            require(actual.isNumber(), path, "is not a number");
            return;
        }
        require(actual.isInt() && actual.intValue() > 0, path, "is not a size");
        Integer before = sizes.putIfAbsent(name.substring(1, name.length() - 1), actual.intValue());
        require(before == null || before == actual.intValue(), path, "is not the size it has elsewhere");
    }

    private void require(boolean holds, String path, String otherwise) {
        if (!holds) {
            throw another(path, otherwise);
        }
    }

    private BadInputException another(String path, String otherwise) {
        return new BadInputException(what + " describes another network than the one Vitrine exports: "
                + (path.isEmpty() ? "it" : path.substring(1)) + " " + otherwise
                + ". Nothing was loaded; only files made"
                + " with train --export-dl4j, trained further or not, can be read.");
    }
}
