package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
    private static final List<Layer> INPUTS = List.of(
            new Layer.IdInput("ids", 3),
            new Layer.IdInput("one", 1),
            new Layer.ValueInput("x", 3, 4),
            new Layer.ValueInput("vector", 1, 4),
            new Layer.ValueInput("mask", 3, 1),
            new Layer.Embedding("tokens", "ids", "table", 5, 4));

    static List<Layer> layersThatDoNotFit() {
        return List.of(
                new Layer.Dense("bad", "nowhere", 2, Activation.RELU),
                new Layer.Dense("bad", "x", 0, Activation.RELU),
                new Layer.Dense("bad", "ids", 2, Activation.RELU),
                new Layer.Embedding("bad", "x", "other", 5, 4),
                new Layer.Embedding("bad", "ids", "other", 0, 4),
                new Layer.Embedding("bad", "ids", "table", 6, 4),
                new Layer.EmbeddingBag("bad", "one", "mask", "other", 5, 4, Layer.EmbeddingBag.Pooling.SUM),
                new Layer.EmbeddingBag("bad", "ids", "mask", "table", 5, 3, Layer.EmbeddingBag.Pooling.SUM),
                new Layer.Repeat("bad", "x", 2),
                new Layer.Product("bad", "x", "vector"),
                new Layer.Sum("bad", List.of()),
                new Layer.Sum("bad", List.of("x", "vector")),
                new Layer.Concatenate("bad", List.of("x", "vector")),
                new Layer.Scale("bad", "vector", "mask"),
                new Layer.WeightedMean("bad", "x", "mask", "vector"),
                new Layer.GlobalAverage("bad", "vector", "mask"),
                new Layer.GlobalMax("bad", "x", "x"),
                new Layer.Gru("bad", "vector", "mask", 3),
                new Layer.Position("bad", "x", 3),
                new Layer.Position("bad", "x", -1),
                new Layer.GaussianSample("bad", "x", "vector"));
    }

    @ParameterizedTest
    @MethodSource("layersThatDoNotFit")
    void anErrorNamesTheLayer(Layer layer) {
        List<Layer> layers = new ArrayList<>(INPUTS);
        layers.add(layer);
        String message = assertThrows(IllegalArgumentException.class, () -> new Network(layers))
                .getMessage();
        assertTrue(message.startsWith("layer bad"), message);
    }

    @Test
    void layersRefuseNumbersThatMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new Layer.Dropout("d", "x", 1));
        assertThrows(IllegalArgumentException.class, () -> new Layer.Conv1D("c", "x", 2, 2, Activation.RELU));
        assertThrows(IllegalArgumentException.class, () -> new Layer.Conv1D("c", "x", 2, -1, Activation.RELU));
        assertThrows(IllegalArgumentException.class, () -> new Network(List.of()));
    }

    @Test
    void aNameIsUsedOnce() {
        List<Layer> layers = new ArrayList<>(INPUTS);
        layers.add(new Layer.ValueInput("x", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Network(layers));
    }

    @Test
    void anIdOutsideTheTableIsRefusedWithTheNamesOfLayerAndInput() {
        Network network = new Network(INPUTS);
        Executor executor = new Executor(network, Parameters.zeros(network), 2);
        executor.ids("ids")[4] = 5;
        executor.forward(1);
        String message = assertThrows(IndexOutOfBoundsException.class, () -> executor.forward(2))
                .getMessage();
        assertEquals("layer tokens has rows 0 to 4; input ids asks for 5", message);
    }

    @Test
    void moreExamplesThanThereIsRoomForAreRefused() {
        Network network = new Network(INPUTS);
        Executor executor = new Executor(network, Parameters.zeros(network), 2);
        assertThrows(IllegalArgumentException.class, () -> executor.forward(3));
    }

    @Test
    void tensorsAreNamedAfterTheirLayer() {
        List<Layer> layers = new ArrayList<>(INPUTS);
        layers.add(new Layer.Gru("gru", "x", "mask", 2));
        layers.add(new Layer.Bias("b", "gru"));
        assertEquals(
                List.of(
                        "table",
                        "gru.input.weight",
                        "gru.input.bias",
                        "gru.recurrent.weight",
                        "gru.recurrent.bias",
                        "b.bias"),
                List.copyOf(new Network(layers).parameterShapes().keySet()));
    }
}
