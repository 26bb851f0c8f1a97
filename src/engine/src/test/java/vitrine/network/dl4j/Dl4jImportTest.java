package vitrine.network.dl4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.network.HistoryConvolutionFixture;
import vitrine.network.Parameters;
import vitrine.run.BadInputException;

class Dl4jImportTest {
    @TempDir
    Path folder;

    private static void assertSame(Parameters expected, Parameters actual) {
        assertEquals(expected.tensors().keySet(), actual.tensors().keySet());
        expected.tensors().forEach((name, tensor) -> {
            assertArrayEquals(tensor.shape(), actual.tensor(name).shape(), name);
            assertArrayEquals(tensor.values(), actual.values(name), name);
        });
    }

    @ParameterizedTest
    @CsvSource({"21,16,32,3,1", "6,4,8,5,2", "2,3,5,1,3", "1,1,1,3,4", "9,7,2,9,5"})
    void whatWasExportedComesBackBitForBit(int positions, int width, int filters, int kernel, long seed) {
        var fixture = new HistoryConvolutionFixture(positions, width, filters, kernel, 30, seed);
        Path file = folder.resolve("m.zip");
        Dl4jExport.write(fixture.parameters, fixture.shape, file);
        Dl4jImport.Imported read = Dl4jImport.read(file);
        assertEquals(fixture.shape, read.shape());
        assertEquals(30, read.rows());
        assertSame(fixture.parameters, read.parameters());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNetworkTrainedFurtherAndSavedByDl4jIsReadAsDl4jReadsIt(boolean withUpdater) throws IOException {
        var fixture = new HistoryConvolutionFixture(6, 4, 8, 3, 30, 1);
        Path exported = folder.resolve("m.zip");
        Dl4jExport.write(fixture.parameters, fixture.shape, exported);
        ComputationGraph graph = ModelSerializer.restoreComputationGraph(exported.toFile());
        var inputs = new GraphInputs(fixture.shape, 10);
        for (int i = 0; i < 10; i++) {
            var q = fixture.question(true);
            inputs.put(i, q.tokens(), q.weights(), q.slots(), fixture.random.nextInt(fixture.rows));
        }
        graph.fit(inputs.withLabels(new float[10]));
        graph.fit(inputs.withLabels(new float[10]));
        Path theirs = folder.resolve("theirs.zip");
        ModelSerializer.writeModel(graph, theirs.toFile(), withUpdater);
        assertEquals(withUpdater, Zips.parts(theirs).containsKey("updaterState.bin"));
        Dl4jImport.Imported read = Dl4jImport.read(theirs);
        assertEquals(fixture.shape, read.shape());
        assertSame(GraphParameters.copyFrom(graph), read.parameters());
        assertThrows(AssertionError.class, () -> assertSame(fixture.parameters, read.parameters()), "it was trained");
    }

    @Test
    void importedAndExportedAgainItIsTheSameFile() {
        var fixture = new HistoryConvolutionFixture(5, 3, 4, 3, 12, 8);
        Path file = folder.resolve("m.zip");
        Dl4jExport.write(fixture.parameters, fixture.shape, file);
        Dl4jImport.Imported read = Dl4jImport.read(file);
        Path again = folder.resolve("again.zip");
        Dl4jExport.write(read.parameters(), read.shape(), again);
        assertEquals(
                Set.of("configuration.json", "coefficients.bin"),
                Zips.parts(file).keySet());
        Zips.parts(file)
                .forEach((name, bytes) ->
                        assertArrayEquals(bytes, Zips.parts(again).get(name), name));
    }

    @Test
    void aMissingFileSaysHowToMakeOne() {
        BadInputException missing =
                assertThrows(BadInputException.class, () -> Dl4jImport.read(folder.resolve("none.zip")));
        assertTrue(missing.getMessage().contains("--export-dl4j"), missing.getMessage());
    }

    @Test
    void neitherDl4jNorNd4jTakesPart() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..")
                .check(new ClassFileImporter()
                        .importClasses(
                                Dl4jImport.class,
                                Dl4jImport.Imported.class,
                                GraphTemplate.class,
                                ConfigurationText.class,
                                CoefficientPlaces.class,
                                CoefficientPlaces.Place.class,
                                Coefficients.class,
                                vitrine.run.CheckedZip.class));
    }
}
