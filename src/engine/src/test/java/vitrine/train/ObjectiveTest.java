package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vitrine.data.IdIndex;
import vitrine.explain.TestIds;
import vitrine.model.Bpr;
import vitrine.model.BprSettings;
import vitrine.model.Query;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.Workers;

class ObjectiveTest {
    private static final double[] NEGATIVES = {-1, 0.5, 9};

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Test
    void each_score_is_a_yes_or_a_no() {
        Objective each = Objective.POINTWISE;
        double loss = -Math.log(sigmoid(2)) - Math.log(1 - sigmoid(-1)) - Math.log(1 - sigmoid(0.5));
        assertEquals(loss, each.lossSum(2, NEGATIVES, 2), 1e-12);
        assertEquals(2, each.right(2, NEGATIVES, 2));
        assertEquals(3, each.examples(2));
        assertEquals(0.5004, each.ignorantLoss(4), 5e-5);
        assertEquals(0.8, each.ignorantAccuracy(4), 1e-12);
    }

    @Test
    void a_positive_stands_above_its_negatives() {
        Objective pairs = Objective.PAIRWISE;
        double loss = -Math.log(sigmoid(2 + 1)) - Math.log(sigmoid(2 - 0.5)) - Math.log(sigmoid(2 - 9));
        assertEquals(loss, pairs.lossSum(2, NEGATIVES, 3), 1e-12);
        assertEquals(2, pairs.right(2, NEGATIVES, 3));
        assertEquals(3, pairs.examples(3));
        assertEquals(Math.log(2), pairs.lossSum(2, new double[] {2}, 1), 1e-12);
        assertEquals(Math.log(2), pairs.ignorantLoss(3), 1e-12);
    }

    /** The learner's loss is that of the scores before the step; a user without negatives teaches pairs nothing. */
    @ParameterizedTest
    @EnumSource(value = Objective.class, mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void a_step_reports_the_loss_of_its_scores_and_lowers_it(Objective objective) {
        IdIndex users = TestIds.of("u", 4);
        IdIndex items = TestIds.of("i", 9);
        BprSettings sizes = new BprSettings(3);
        Parameters parameters = Parameters.initial(Bpr.network(4, 9, sizes), 5);
        Bpr model = new Bpr(users, items, sizes, parameters);
        TrainingSettings settings = new TrainingSettings(1, 9, 0.05, 2, 0, 0);
        NetworkLearner learner = new NetworkLearner(model, objective, settings, Adam.Form.ALGORITHM_1, 1);
        List<ExampleGroup> groups = List.of(
                new ExampleGroup(Query.of(0), new int[] {1, 2, 3}),
                new ExampleGroup(Query.of(1), new int[] {4}),
                new ExampleGroup(Query.of(2), new int[] {0, 8, 7}));
        double loss = 0;
        long examples = 0;
        for (ExampleGroup group : groups) {
            double[] scores = new double[group.candidates().length];
            model.score(group.query(), group.candidates(), scores);
            double[] others = java.util.Arrays.copyOfRange(scores, 1, scores.length);
            loss += objective.lossSum(scores[0], others, others.length);
            examples += objective.examples(others.length);
        }
        try (Workers workers = new Workers(2)) {
            StepOutcome first = learner.step(3, groups::get, workers);
            assertEquals(examples, first.examples());
            assertEquals(loss, first.lossSum(), 1e-5);
            StepOutcome last = first;
            for (int step = 0; step < 50; step++) {
                last = learner.step(3, groups::get, workers);
            }
            assertTrue(last.meanLoss() < 0.5 * first.meanLoss(), last + " after " + first);
            assertEquals(last.examples(), last.right());
        }
    }
}
