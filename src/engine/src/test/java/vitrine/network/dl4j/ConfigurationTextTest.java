package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vitrine.network.BinaryCrossEntropy;
import vitrine.run.BadInputException;

/** A foreign configuration, changed in every place. */
@Timeout(60)
class ConfigurationTextTest {
    private static final Set<String> OPEN =
            Set.of("epochCount", "iterationCount", "seed", "learningRate", "beta1", "beta2", "epsilon");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHER_CLASS = "javax.script.ScriptEngineManager";

    private final byte[] own = ExpectedFile.of(ExpressibleNetworks.oneOfEach(), new BinaryCrossEntropy())
            .configurationBytes();

    private void assertTextRefused(JsonNode forged, String what) {
        byte[] text = forged.toString().getBytes(StandardCharsets.UTF_8);
        assertThrows(BadInputException.class, () -> ConfigurationText.requireSame(own, text, "file"), what);
    }

    @Test
    void theSameInOtherLinesIsTheSame() throws IOException {
        ConfigurationText.requireSame(own, own, "file");
        byte[] oneLine = JSON.readTree(own).toString().getBytes(StandardCharsets.UTF_8);
        ConfigurationText.requireSame(own, oneLine, "file");
    }

    /** Every object, array and value of the configuration in turn, with what may be done to it. */
    private void everywhere(JsonNode root, JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            object.put("@more", "java.net.URL");
            assertTextRefused(root, path + " with a field more");
            object.remove("@more");
            for (String name : names(object)) {
                JsonNode value = object.get(name);
                for (JsonNode other : others(value, OPEN.contains(name))) {
                    object.set(name, other);
                    assertTextRefused(root, path + "/" + name + " as " + other);
                }
                object.remove(name);
                assertTextRefused(root, path + " without " + name);
                object.set(name, value);
                everywhere(root, value, path + "/" + name);
            }
        } else if (node instanceof ArrayNode array) {
            array.add("java.net.URL");
            assertTextRefused(root, path + " with an element more");
            array.remove(array.size() - 1);
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                for (JsonNode other : others(value, false)) {
                    array.set(i, other);
                    assertTextRefused(root, path + "/" + i + " as " + other);
                }
                array.set(i, value);
                everywhere(root, value, path + "/" + i);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Other values; for places that may hold any number, none of them a number. */
    private static List<JsonNode> others(JsonNode value, boolean anyNumber) {
        List<JsonNode> others = new ArrayList<>();
        others.add(JSON.createObjectNode().put("@class", OTHER_CLASS));
        if (value.isNumber() && !anyNumber) {
            others.add(JSON.getNodeFactory().numberNode(value.asLong() + 1));
        } else {
            others.add(JSON.getNodeFactory().textNode(OTHER_CLASS));
        }
        return others;
    }

    @Test
    void everyChangeOfTheConfigurationIsRefused() throws IOException {
        JsonNode tree = JSON.readTree(own);
        everywhere(tree, tree, "");
        assertEquals(JSON.readTree(own), tree, "put back");
    }

    @Test
    void whatTrainingChangesMayBeAnyNumber() {
        String text = new String(own, StandardCharsets.UTF_8);
        for (String name : OPEN) {
            String forged = text.replaceAll("\"" + name + "\" : [0-9.E-]+", "\"" + name + "\" : 77");
            assertNotEquals(text, forged, name);
            ConfigurationText.requireSame(own, forged.getBytes(StandardCharsets.UTF_8), "file");
        }
    }
}
