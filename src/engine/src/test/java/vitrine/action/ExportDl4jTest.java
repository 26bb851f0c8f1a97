package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.model.LiteralCnn;
import vitrine.model.file.ModelFile;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.dl4j.Dl4jImport;
import vitrine.run.CannotAnswerException;

/** {@code train --export-dl4j}. */
class ExportDl4jTest {
    @TempDir
    Path folder;

    private void train(String model, Optional<Path> out, Path zip) {
        TinyShop shop = new TinyShop(folder);
        Map<String, String> parameters = new HashMap<>(model.startsWith("cnn") ? TinyShop.QUICK : Map.of());
        parameters.computeIfPresent("epochs", (k, v) -> "1");
        new TrainAction()
                .run(
                        new TrainRequest(shop.data, model, "loo", parameters, 42, out, Optional.of(zip), true),
                        TinyShop.TWO_THREADS);
    }

    @Test
    void theArticlesModelKeepsItsOwnForm() {
        Path out = folder.resolve("m.vitrine");
        Path zip = folder.resolve("m.zip");
        train("cnn", Optional.of(out), zip);
        Cnn model = (Cnn) ModelFile.read(out).recommender();
        Dl4jImport.Imported read = Dl4jImport.read(zip);
        assertEquals(model.kernel().shape(), read.shape());
        model.parameters()
                .tensors()
                .forEach((name, t) ->
                        assertArrayEquals(t.values(), read.parameters().values(name), name));
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherNetworkIsExportedLayerByLayer(LiteralCnn.Reading reading) throws IOException {
        Path zip = folder.resolve("m.zip");
        Path again = folder.resolve("again.zip");
        train(reading.modelName(), Optional.empty(), zip);
        Network network = LiteralCnn.network(TinyShop.USERS, TinyShop.ITEMS, reading, new CnnSettings(8, 8, 3, 12));
        Parameters read = Dl4jImport.read(zip, network, new BinaryCrossEntropy());
        assertTrue(read.isFinite() && read.norm() > 0);
        train(reading.modelName(), Optional.empty(), again);
        assertArrayEquals(Files.readAllBytes(zip), Files.readAllBytes(again));
    }

    @Test
    void aModelThatIsNoNetworkIsRefusedAndWritesNothing() {
        Path zip = folder.resolve("m.zip");
        var e = assertThrows(CannotAnswerException.class, () -> train("itemknn", Optional.empty(), zip));
        assertTrue(e.getMessage().contains("itemknn is no DL4J network"), e.getMessage());
        assertFalse(Files.exists(zip));
    }
}
