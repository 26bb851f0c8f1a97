package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNetworkTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void computesWhatTheClosedNetworkComputes(long seed) {
        var fixture = new HistoryConvolutionFixture(7, 4, 5, 3, 20, seed);
        OpenNetwork open = OpenNetwork.of(fixture.network);
        Executor run = new Executor(fixture.network, fixture.parameters, 1);
        Map<String, float[]> reference = inputs(fixture, open, run);
        Map<String, float[]> point = inputs(fixture, open, run);
        float score = run.values("score")[0];

        NetworkPath path = new NetworkPath(open.network(), fixture.parameters, reference, point, 0);
        path.moveTo(1);
        assertEquals(score, path.output(), 1e-5);
        assertTrue(open.network().parameterShapes().keySet().stream().noneMatch("vectors"::equals));
    }

    @ParameterizedTest
    @ValueSource(longs = {4})
    void whatTheWeightsGoAroundIsNoCutUntilTheyAreMultipliedIn(long seed) {
        var fixture = new HistoryConvolutionFixture(7, 4, 5, 3, 20, seed);
        OpenNetwork open = OpenNetwork.of(fixture.network);
        Executor run = new Executor(fixture.network, fixture.parameters, 1);
        Map<String, float[]> point = inputs(fixture, open, run);
        Map<String, float[]> reference = new java.util.HashMap<>(point);
        reference.put("weights", new float[7]);
        NetworkPath path = new NetworkPath(open.network(), fixture.parameters, reference, point, 0);
        assertFalse(path.isCut("conv1d"));
        assertFalse(path.isCut("weighted-channels"));
        assertFalse(path.isCut("candidate-channels"));
        assertTrue(path.isCut("weighted-conv1d"));
        assertTrue(path.isCut("mean"));
        assertTrue(path.isCut("score"));
        assertEquals("weighted-conv1d", open.weighted().get("conv1d"));
    }

    private static Map<String, float[]> inputs(HistoryConvolutionFixture fixture, OpenNetwork open, Executor run) {
        var question = fixture.question(true);
        System.arraycopy(question.tokens(), 0, run.ids("tokens"), 0, question.tokens().length);
        System.arraycopy(question.weights(), 0, run.values("weights"), 0, question.weights().length);
        run.values("slots")[0] = question.slots();
        run.ids("candidate")[0] = 3;
        run.forward(1);
        return open.inputs(fixture.network, run);
    }
}
