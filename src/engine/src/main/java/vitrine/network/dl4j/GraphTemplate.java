package vitrine.network.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import vitrine.run.BadInputException;

/**
 * Reads the sizes out of a {@code configuration.json} by laying it beside the one DL4J writes for {@link
 * HistoryConvolutionGraph}, in which <code>{name}</code> stands for a size.
 */
final class GraphTemplate {
    private GraphTemplate() {}

    /**
     * @param what the part's name, for messages
     * @return {@code channels, filters, kernel, rows, steps, width}, each above 0
     * @throws BadInputException when it is not such a configuration
     */
    static Map<String, Integer> sizes(byte[] configuration, String what) {
        return ConfigurationText.sizes(own(), configuration, what);
    }

    private static byte[] own() {
        try (InputStream in = GraphTemplate.class.getResourceAsStream("history-convolution.json")) {
            if (in == null) {
                throw new IllegalStateException("history-convolution.json is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("history-convolution.json cannot be read from the program", e);
        }
    }
}
