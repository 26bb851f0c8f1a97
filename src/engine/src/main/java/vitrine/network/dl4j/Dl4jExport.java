package vitrine.network.dl4j;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;
import vitrine.network.HistoryConvolution;
import vitrine.network.Loss;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.run.AtomicFiles;

/**
 * Writes a network as a DL4J model file, to be opened with {@code ModelSerializer.restoreComputationGraph(file)} and
 * nothing of this program. The article's network has a form of its own, {@link HistoryConvolutionGraph}; any other is put
 * together layer by layer, {@link NetworkGraph}. A file knows table rows, not the names of users and items.
 *
 * <p>The file holds what {@code ModelSerializer.writeModel} writes without the optimiser's state, but its entries carry a
 * fixed date, so that the same parameters give the same bytes. It can be trained further: Adam, learning rate
 * {@value #LEARNING_RATE}.
 */
public final class Dl4jExport {
    private static final double LEARNING_RATE = 1e-3;

    /** An entry with a date of 1980-01-01 would carry a second, zone-dependent date. */
    private static final LocalDateTime ENTRY_DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Dl4jExport() {}

    /**
     * Writes the article's network; {@code target} is written whole or not at all.
     *
     * @param parameters of {@link HistoryConvolution#describe} with this shape, all finite; the table's rows give the
     *     number of ids
     * @throws vitrine.run.CannotAnswerException when the table has more rows than DL4J can tell apart
     * @throws vitrine.run.BadInputException when the file cannot be written
     */
    public static void write(Parameters parameters, HistoryConvolution.Shape shape, Path target) {
        requireFinite(parameters);
        int rows = parameters.tensor(HistoryConvolution.TABLE).shape()[0];
        ComputationGraph graph = HistoryConvolutionGraph.build(shape, rows, LEARNING_RATE, 0);
        GraphParameters.copyTo(graph, parameters);
        AtomicFiles.write(target, out -> write(graph, out));
    }

    /**
     * Writes any network DL4J can express, to be trained further against {@code loss}. {@code target} is written whole or not
     * at all.
     *
     * <p>The graph's inputs carry the names of the network's, for a batch of B examples: ids {@code [B, positions]}, numbers
     * {@code [B, width]}, or {@code [B, width, positions]} of several positions. Some are asked for in another form: {@code
     * a+b} (ids of both, side by side, which look up one table), {@code 1/slots}, {@code mask/sum} (shares of the sum), {@code
     * mask/offset} (0, or -1e30 in an empty slot) and {@code mask/any} (1, or 0 when all slots are empty). Its output is
     * {@code probability}; the score before squashing is the activation of the network's last layer, under its name.
     *
     * @param parameters of {@code network}, all finite
     * @throws vitrine.run.CannotAnswerException when DL4J has no such layers or no such loss
     * @throws vitrine.run.BadInputException when the file cannot be written
     */
    public static void write(Network network, Parameters parameters, Loss loss, Path target) {
        requireFinite(parameters);
        NetworkGraph graph = NetworkGraph.of(network, loss, LEARNING_RATE, 0);
        graph.copyFrom(parameters);
        AtomicFiles.write(target, out -> write(graph.graph(), out));
    }

    private static void requireFinite(Parameters parameters) {
        if (!parameters.isFinite()) {
            throw new IllegalArgumentException("DL4J would load parameters that are not finite without a word");
        }
    }

    private static void write(ComputationGraph graph, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(entry(ModelSerializer.CONFIGURATION_JSON));
        zip.write(ExpectedFile.json(graph).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.putNextEntry(entry(ModelSerializer.COEFFICIENTS_BIN));
        DataOutputStream numbers = new DataOutputStream(new java.io.BufferedOutputStream(zip, 1 << 16));
        Nd4j.write(graph.params(), numbers);
        numbers.flush();
        zip.closeEntry();
        zip.finish();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_DATE);
        return entry;
    }
}
