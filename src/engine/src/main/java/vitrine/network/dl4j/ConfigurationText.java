package vitrine.network.dl4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vitrine.run.BadInputException;

/**
 * A foreign {@code configuration.json} laid beside the one DL4J writes for our network. Everything must be equal, class
 * names included, except at places left open: a size, which must be the same wherever its name stands, and what training
 * may have put. The text is compared, never turned into objects, so no class is loaded by a name that stands in a file.
 */
final class ConfigurationText {
    /** Longest foreign text that is looked at. */
    static final int LONGEST = 1 << 20;

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
    /** What further training with DL4J changes. */
    private static final Set<String> OPEN =
            Set.of("epochCount", "iterationCount", "seed", "learningRate", "beta1", "beta2", "epsilon");

    /** A place left open. */
    private record Blank(String size) {
        static final Blank ANY_NUMBER = new Blank("number");
    }

    private final String what;
    private final Map<String, Integer> sizes = new TreeMap<>();

    private ConfigurationText(String what) {
        this.what = what;
    }

    /**
     * @param own a configuration with <code>{name}</code> for the size of that name, <code>{number}</code> for any number
     * @param foreign the other one
     * @param what the foreign part's name, for messages
     * @return the sizes by name, each above 0
     * @throws BadInputException when they differ elsewhere
     */
    static Map<String, Integer> sizes(byte[] own, byte[] foreign, String what) {
        return compare(withBlanks(ownTree(own), false), foreign, what);
    }

    /**
     * @param own as DL4J writes it
     * @throws BadInputException when they differ in more than further training explains
     */
    static void requireSame(byte[] own, byte[] foreign, String what) {
        compare(withBlanks(ownTree(own), true), foreign, what);
    }

    private static Map<String, Integer> compare(JsonNode own, byte[] foreign, String what) {
        JsonNode actual;
        try {
            actual = foreign.length > LONGEST ? JSON.missingNode() : JSON.readTree(foreign);
        } catch (IOException e) {
            throw Dl4jImport.damaged(what, "it is not JSON");
        }
        if (!actual.isObject()) {
            throw Dl4jImport.damaged(what, "it is not one JSON object of at most " + LONGEST + " bytes");
        }
        ConfigurationText text = new ConfigurationText(what);
        text.compare(own, actual, "");
        return text.sizes;
    }

    private static JsonNode ownTree(byte[] own) {
        try {
            return JSON.readTree(own);
        } catch (IOException e) {
            throw new IllegalStateException("our own configuration cannot be read", e);
        }
    }

    /** @param byField whether fields say where the blanks are, rather than texts */
    private static JsonNode withBlanks(JsonNode own, boolean byField) {
        if (own instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                boolean open = byField
                        && OPEN.contains(field.getKey())
                        && field.getValue().isNumber();
                JsonNode value = open
                        ? JsonNodeFactory.instance.pojoNode(Blank.ANY_NUMBER)
                        : withBlanks(field.getValue(), byField);
                copy.set(field.getKey(), value);
            }
            return copy;
        } else if (own instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(value -> copy.add(withBlanks(value, byField)));
            return copy;
        } else if (!byField && own.isTextual() && own.textValue().startsWith("{")) {
            String name = own.textValue().substring(1, own.textValue().length() - 1);
            return JsonNodeFactory.instance.pojoNode(new Blank(name));
        }
        return own;
    }

    /** @param path where in the document; made of our own names only, so it can be shown */
    private void compare(JsonNode expected, JsonNode actual, String path) {
        if (expected instanceof com.fasterxml.jackson.databind.node.POJONode node
                && node.getPojo() instanceof Blank blank) {
            fill(blank, actual, path);
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

    private void fill(Blank blank, JsonNode actual, String path) {
        if (blank.equals(Blank.ANY_NUMBER)) {
            require(actual.isNumber(), path, "is not a number");
            return;
        }
        require(actual.isInt() && actual.intValue() > 0, path, "is not a size");
        Integer before = sizes.putIfAbsent(blank.size(), actual.intValue());
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
