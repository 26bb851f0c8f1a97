package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import vitrine.model.CnnSettings;
import vitrine.network.HistoryConvolution;
import vitrine.network.HistoryConvolutionFixture;
import vitrine.network.NaiveInterpreter;
import vitrine.network.Parameters;
import vitrine.run.CannotAnswerException;
import vitrine.run.Workers;
import vitrine.train.ExampleGroup;

class GraphParityTest {
    @ParameterizedTest
    @CsvSource({"21,16,32,3,1", "6,4,8,5,2", "2,3,5,1,3", "1,8,4,3,4", "9,5,7,7,5"})
    void probabilitiesEqualTheKernelsAndTheOraclesWithin1em5(
            int positions, int width, int filters, int kernel, long seed) {
        var fixture = new HistoryConvolutionFixture(positions, width, filters, kernel, 30, seed);
        var fused = new HistoryConvolution(fixture.shape, fixture.parameters);
        ComputationGraph graph = HistoryConvolutionGraph.build(fixture.shape, fixture.rows, 1e-3, seed);
        GraphParameters.copyTo(graph, fixture.parameters);
        int n = 24;
        var inputs = new GraphInputs(fixture.shape, n);
        double[] kernels = new double[n];
        double[] oracles = new double[n];
        for (int i = 0; i < n; i++) {
            var question = fixture.question(i % 3 > 0);
            int candidate = fixture.random.nextInt(fixture.rows);
            inputs.put(i, question.tokens(), question.weights(), question.slots(), candidate);
            kernels[i] = probability(kernel(fused, question, candidate));
            oracles[i] = probability(oracle(fixture, question, candidate));
        }
        INDArray output = graph.outputSingle(inputs.features());
        for (int i = 0; i < n; i++) {
            assertEquals(oracles[i], output.getFloat(i), 1e-5, "oracle, question " + i);
            assertEquals(kernels[i], output.getFloat(i), 1e-5, "kernel, question " + i);
        }
    }

    private static double probability(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    private static double kernel(HistoryConvolution fused, HistoryConvolutionFixture.Question q, int candidate) {
        var scratch = fused.newScratch();
        scratch.slots = q.slots();
        for (int p = 0; p < q.slots(); p++) {
            scratch.token(p, q.tokens()[p], q.weights()[p]);
        }
        return fused.score(scratch, candidate);
    }

    private static double oracle(
            HistoryConvolutionFixture fixture, HistoryConvolutionFixture.Question q, int candidate) {
        var oracle = new NaiveInterpreter(fixture.network, fixture.parameters);
        oracle.ids("tokens", q.tokens());
        oracle.ids("candidate", candidate);
        oracle.input("weights", NaiveInterpreter.widen(q.weights()));
        oracle.input("slots", q.slots());
        return oracle.run().get("score")[0];
    }

    @ParameterizedTest
    @CsvSource({"16,32,3,20,1", "4,8,5,6,2", "5,6,1,4,3"})
    void gradientsEqualTheLearnersWithin1em4(int dim, int filters, int kernel, int history, long seed) {
        var lessons = new Lessons(new CnnSettings(dim, filters, kernel, history), 20, 1e-3, seed);
        // Away from the start, where most numbers are so small that their derivatives are rounding.
        scale(lessons.model.parameters(), 3f);
        lessons.model.kernel().refresh();
        ComputationGraph graph = HistoryConvolutionGraph.build(lessons.shape, Lessons.rows(), 1e-3, seed);
        GraphParameters.copyTo(graph, lessons.model.parameters());
        var learner = lessons.learner();
        List<ExampleGroup> batch = lessons.batch();
        try (Workers workers = new Workers(1)) {
            learner.step(batch.size(), batch::get, workers);
        }

        MultiDataSet data = lessons.flattened(batch);
        graph.setInputs(data.getFeatures());
        graph.setLabels(data.getLabels());
        graph.computeGradientAndScore();
        Parameters theirs = GraphParameters.read(graph, graph.gradient()::getGradientFor);
        // DL4J sums over the batch and divides in its updater.
        scale(theirs, 1f / data.getLabels(0).size(0));

        Distance.assertNormsWithin(1e-4, learner.gradients(), theirs);
        Distance.assertElementsWithin(1e-4, 1e-2, learner.gradients(), theirs);
    }

    private static void scale(Parameters parameters, float factor) {
        parameters.tensors().values().forEach(tensor -> {
            for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] *= factor;
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"16,32,3,20,5,1e-3,1", "8,16,5,6,8,5e-3,2"})
    void twoHundredEqualStepsTakeTheSameWay(
            int dim, int filters, int kernel, int history, int groups, double learningRate, long seed) {
        var lessons = new Lessons(new CnnSettings(dim, filters, kernel, history), groups, learningRate, seed);
        ComputationGraph graph = HistoryConvolutionGraph.build(lessons.shape, Lessons.rows(), learningRate, seed);
        GraphParameters.copyTo(graph, lessons.model.parameters());
        var learner = lessons.learner();
        List<Double> losses = new ArrayList<>();
        try (Workers workers = new Workers(1)) {
            for (int step = 0; step < 200; step++) {
                List<ExampleGroup> batch = lessons.batch();
                losses.add(learner.step(batch.size(), batch::get, workers).meanLoss());
                graph.fit(lessons.flattened(batch));
                assertEquals(losses.get(step), graph.score(), 1e-5, "loss of step " + step);
            }
        }
        assertTrue(mean(losses.subList(180, 200)) < 0.8 * losses.get(0), "nothing was learnt: " + losses);
        Distance.assertNormsWithin(1e-4, lessons.model.parameters(), GraphParameters.copyFrom(graph));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    @Test
    void moreRowsThanFloatsTellApartAreRefused() {
        var shape = new HistoryConvolution.Shape(2, 1, 1, 1);
        var e = assertThrows(
                CannotAnswerException.class,
                () -> HistoryConvolutionGraph.build(shape, HistoryConvolutionGraph.MOST_ROWS + 1, 1e-3, 1));
        assertTrue(e.getMessage().contains("16777217"), e.getMessage());
    }
}
