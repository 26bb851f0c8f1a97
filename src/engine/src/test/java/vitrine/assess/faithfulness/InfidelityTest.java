package vitrine.assess.faithfulness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.LinearTestModel;
import vitrine.explain.gradient.ExactLinear;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;

class InfidelityTest {
    private static final LinearTestModel MODEL = LinearTestModel.random(20, .5, 2);
    private static final ExplanationRequest REQUEST = new ExplanationRequest(Query.of(0, 1, 2, 3, 4, 5, 6), 9, 1);

    private static Explanation scaled(double factor) {
        Explanation exact = new ExactLinear().explain(MODEL, REQUEST, JobContext.quiet());
        List<Contribution> contributions = exact.contributions().stream()
                .map(part -> new Contribution(part.kind(), part.index(), factor * part.value()))
                .toList();
        return new Explanation("scaled", REQUEST, contributions, 0, 0, OptionalDouble.empty());
    }

    private static InfidelityScore measure(Recommender model, Explanation explanation) {
        return Infidelity.measure(model, explanation, 50, 1, CancellationToken.NEVER);
    }

    @Test
    void exactContributionsPredictEveryRemovalTheUserIncluded() {
        assertEquals(0, measure(MODEL, scaled(1)).normalised(), 1e-20);
    }

    @Test
    void claimingNothingScoresOne() {
        InfidelityScore score = measure(MODEL, scaled(0));
        assertEquals(1, score.normalised(), 1e-12);
        assertEquals(score.meanSquaredChange(), score.raw(), 1e-12);
    }

    @Test
    void anExaggerationByTwoScoresOneAndBySignFour() {
        assertEquals(1, measure(MODEL, scaled(2)).normalised(), 1e-12);
        assertEquals(4, measure(MODEL, scaled(-1)).normalised(), 1e-12);
    }

    @Test
    void needsSomethingToRemove() {
        Explanation empty = new Explanation("none", REQUEST, List.of(), 0, 0, OptionalDouble.empty());
        assertThrows(IllegalArgumentException.class, () -> measure(MODEL, empty));
        assertTrue(NotTested.codes(empty).contains("sensitivity"));
    }
}
