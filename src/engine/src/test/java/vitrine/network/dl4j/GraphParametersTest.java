package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import vitrine.network.HistoryConvolution;
import vitrine.network.HistoryConvolutionFixture;
import vitrine.network.Parameters;

class GraphParametersTest {
    @ParameterizedTest
    @CsvSource({"21,16,32,3,1", "6,4,8,5,2", "2,3,5,1,3", "1,1,1,3,4"})
    void thereAndBackIsTheIdentity(int positions, int width, int filters, int kernel, long seed) {
        var fixture = new HistoryConvolutionFixture(positions, width, filters, kernel, 30, seed);
        ComputationGraph graph = HistoryConvolutionGraph.build(fixture.shape, fixture.rows, 1e-3, seed);
        GraphParameters.copyTo(graph, fixture.parameters);
        Parameters back = GraphParameters.copyFrom(graph);
        assertEquals(fixture.parameters.tensors().keySet(), back.tensors().keySet());
        for (String name : back.tensors().keySet()) {
            assertArrayEquals(
                    fixture.parameters.tensor(name).shape(), back.tensor(name).shape(), name);
            assertArrayEquals(fixture.parameters.values(name), back.values(name), name);
        }
        assertEquals(fixture.parameters.count(), graph.numParams());
    }

    @Test
    void fromTheGraphAndIntoItAgainIsTheIdentity() {
        var shape = new HistoryConvolution.Shape(5, 4, 6, 3);
        ComputationGraph graph = HistoryConvolutionGraph.build(shape, 12, 1e-3, 7);
        INDArray before = graph.params().dup();
        Parameters parameters = GraphParameters.copyFrom(graph);
        graph.setParams(Nd4j.zeros(before.shape()));
        GraphParameters.copyTo(graph, parameters);
        assertEquals(before, graph.params());
    }

    /** One filter weight at a time is 1, all others 0: only the outputs that read it through its offset may answer. */
    @Test
    void everyFilterWeightMeetsItsOwnOffsetChannelAndFilter() {
        int positions = 4;
        int filters = 2;
        int kernel = 3;
        var shape = new HistoryConvolution.Shape(positions, 1, filters, kernel);
        var graph = HistoryConvolutionGraph.build(shape, 6, 1e-3, 1);
        float[] vectors = {0, 2, 3, 5, 7, 11};
        int[] tokens = {1, 2, 3, 4};
        var inputs = new GraphInputs(shape, 1);
        inputs.put(0, tokens, new float[] {1, 1, 1, 1}, positions, 5);
        for (int weight = 0; weight < kernel * 3 * filters; weight++) {
            Parameters parameters = Parameters.zeros(HistoryConvolution.describe(shape, 6));
            System.arraycopy(vectors, 0, parameters.values("vectors"), 0, vectors.length);
            parameters.values("conv1d.weight")[weight] = 1f;
            GraphParameters.copyTo(graph, parameters);
            INDArray convolved = graph.feedForward(inputs.features(), false).get("conv1d");
            int offset = weight / (3 * filters);
            int channel = weight / filters % 3;
            for (int p = 0; p < positions; p++) {
                for (int f = 0; f < filters; f++) {
                    int q = p + offset - kernel / 2;
                    boolean reads = f == weight % filters && q >= 0 && q < positions;
                    float[] channels = reads ? channels(vectors[tokens[q]], vectors[5]) : new float[3];
                    assertEquals(channels[channel], convolved.getFloat(0, f, p), "weight " + weight + " at " + p);
                }
            }
        }
    }

    private static float[] channels(float token, float candidate) {
        return new float[] {token, candidate, token * candidate};
    }
}
