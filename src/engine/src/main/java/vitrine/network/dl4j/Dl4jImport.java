package vitrine.network.dl4j;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vitrine.network.HistoryConvolution;
import vitrine.network.Loss;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.Tensor;
import vitrine.run.BadInputException;
import vitrine.run.CheckedZip;

/**
 * Reads back a DL4J model file that {@link Dl4jExport} wrote, or that DL4J's {@code ModelSerializer} wrote of such a network
 * after training it further. Opening a foreign file with DL4J itself can run code ({@code preprocessor.bin} is a Java
 * object) or crash the Java machine ({@code coefficients.bin} is trusted); here neither DL4J nor ND4J sees a byte of it:
 * only parts of known names are read, sizes are checked before memory is taken, the configuration is compared as text and
 * the numbers are read by {@link Coefficients}. The optimiser's state, if there, is left out.
 */
public final class Dl4jImport {
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String UPDATER = "updaterState.bin";
    private static final int LARGEST_SIZE = 4096;
    private static final int MOST_POSITIONS = 10_000;
    private static final String REMEDY =
            "Nothing was loaded; export the network again with train --export-dl4j, or save it with ModelSerializer"
                    + " without a normalizer or preprocessor.";
    private static final CheckedZip ZIP = new CheckedZip(
            "DL4J model file",
            "Write one with: train ... --export-dl4j FILE.",
            REMEDY,
            List.of(CONFIGURATION, COEFFICIENTS, UPDATER));

    private Dl4jImport() {}

    /**
     * A network read.
     *
     * @param shape its sizes
     * @param rows of its table: users, the unknown user, items
     * @param parameters of {@link HistoryConvolution#describe} with these, all finite
     */
    public record Imported(HistoryConvolution.Shape shape, int rows, Parameters parameters) {}

    /** @throws BadInputException when the file is missing, damaged, hostile or holds another network; nothing is loaded */
    public static Imported read(Path file) {
        Map<String, byte[]> parts = ZIP.read(file);
        Map<String, Integer> sizes = GraphTemplate.sizes(part(parts, CONFIGURATION, file), file + ", " + CONFIGURATION);
        int rows = sizes.getOrDefault("rows", 0);
        HistoryConvolution.Shape shape = shape(sizes, file + ", " + CONFIGURATION);
        long count = 0;
        Map<String, int[]> shapes = HistoryConvolution.describe(shape, rows).parameterShapes();
        for (int[] dimensions : shapes.values()) {
            count += Tensor.size(dimensions);
        }
        float[] numbers = Coefficients.read(part(parts, COEFFICIENTS, file), count, file + ", " + COEFFICIENTS);
        return new Imported(shape, rows, parameters(shapes, numbers));
    }

    /**
     * Reads any network {@link Dl4jExport} can write, given which one it must be.
     *
     * @return parameters of {@code network}, all finite
     * @throws BadInputException when the file is missing, damaged, hostile or holds another network; nothing is loaded
     * @throws vitrine.run.CannotAnswerException when DL4J has no such layers or no such loss
     */
    public static Parameters read(Path file, Network network, Loss loss) {
        Map<String, byte[]> parts = ZIP.read(file);
        byte[] configuration = part(parts, CONFIGURATION, file);
        byte[] coefficients = part(parts, COEFFICIENTS, file);
        ExpectedFile expected = ExpectedFile.of(network, loss);
        ConfigurationText.requireSame(expected.configurationBytes(), configuration, file + ", " + CONFIGURATION);
        CoefficientPlaces places = expected.places();
        return places.parameters(network, Coefficients.read(coefficients, places.count(), file + ", " + COEFFICIENTS));
    }

    private static byte[] part(Map<String, byte[]> parts, String name, Path file) {
        byte[] bytes = parts.get(name);
        if (bytes == null) {
            throw damaged(String.valueOf(file), name + " is missing");
        }
        return bytes;
    }

    private static HistoryConvolution.Shape shape(Map<String, Integer> sizes, String what) {
        int steps = sizes.getOrDefault("steps", 0);
        int width = sizes.getOrDefault("width", 0);
        int filters = sizes.getOrDefault("filters", 0);
        int kernel = sizes.getOrDefault("kernel", 0);
        boolean possible = sizes.getOrDefault("rows", 0) <= HistoryConvolutionGraph.MOST_ROWS
                && steps >= 2
                && steps <= MOST_POSITIONS
                && width <= LARGEST_SIZE
                && filters <= LARGEST_SIZE
                && kernel <= LARGEST_SIZE
                && kernel % 2 == 1
                && sizes.getOrDefault("channels", 0) == 3 * width;
        if (!possible) {
            throw damaged(what, "its sizes are impossible");
        }
        // The candidate is one more step behind the positions.
        return new HistoryConvolution.Shape(steps - 1, width, filters, kernel);
    }

    /**
     * DL4J's one vector of numbers, layer after layer: the table by columns; the convolution's bias, then its weights as we
     * have them; the output's weights, then its bias.
     */
    private static Parameters parameters(Map<String, int[]> shapes, float[] numbers) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> tensors.put(name, Tensor.zeros(shape.clone())));
        Parameters parameters = new Parameters(tensors);
        float[] table = parameters.values(HistoryConvolution.TABLE);
        int width = parameters.tensor(HistoryConvolution.TABLE).shape()[1];
        int rows = table.length / width;
        for (int i = 0; i < table.length; i++) {
            table[i % rows * width + i / rows] = numbers[i];
        }
        int at = table.length;
        for (String name : List.of(
                HistoryConvolution.CONVOLUTION + ".bias",
                HistoryConvolution.CONVOLUTION + ".weight",
                HistoryConvolution.OUTPUT + ".weight",
                HistoryConvolution.OUTPUT + ".bias")) {
            float[] values = parameters.values(name);
            System.arraycopy(numbers, at, values, 0, values.length);
            at += values.length;
        }
        return parameters;
    }

    static BadInputException damaged(String what, String why) {
        return ZIP.damaged(what, why);
    }
}
