package vitrine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.explain.gradient.ExactLinear;
import vitrine.explain.gradient.InputXGradient;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.gradient.SmoothGrad;
import vitrine.explain.perturb.ExactShapley;
import vitrine.explain.perturb.KernelShap;
import vitrine.explain.perturb.Lime;
import vitrine.explain.perturb.Occlusion;
import vitrine.explain.perturb.PermutationShapley;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

/** On a linear model every method has one right answer. */
public class LinearExactnessTest {
    /** LIME is exact without its ridge; saliency, which forgets the sign, is no share at all. */
    public static Stream<Explainer> methods() {
        return Stream.of(
                new ExactLinear(),
                new IntegratedGradients(),
                new Occlusion(),
                new ExactShapley(),
                new PermutationShapley(),
                new KernelShap(),
                new Lime(),
                new InputXGradient(),
                new SmoothGrad());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodReturnsWeightTimesCoefficient(Explainer method) {
        LinearTestModel model = LinearTestModel.random(20, .7, 3);
        Query query = Query.of(0, 4, 2, 9, 11, 7).withWeight(1, .5f).withWeight(3, 0);
        Explanation explanation = method.explain(
                model, new ExplanationRequest(query, 15, 7, Map.of("steps", 7.0, "ridge", 0.0)), JobContext.quiet());
        double[] exact = model.exactContributions(query, 15);
        for (int i = 0; i < exact.length; i++) {
            assertEquals(exact[i], explanation.contributions().get(i).value(), 1e-10);
        }
        Contribution user = explanation.contributions().get(5);
        assertEquals(Part.Kind.USER, user.kind());
        assertEquals(.7, user.value(), 1e-10);
        assertEquals(explanation.score() - explanation.referenceScore(), explanation.sum(), 1e-10);
        assertEquals(method.isComplete(), explanation.convergenceDelta().isPresent());
        assertEquals(0, explanation.convergenceDelta().orElse(0), 1e-10);
        assertEquals(method.name(), explanation.method());
        assertTrue(method.objection(model).isEmpty());
    }

    @Test
    void theFormulaNeedsALinearModel() {
        ExactLinear exact = new ExactLinear();
        CurvedTestModel curved = new CurvedTestModel(9, 1);
        assertTrue(exact.objection(curved).orElseThrow().contains("curved"));
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1), 2, 5);
        assertThrows(CannotAnswerException.class, () -> exact.explain(curved, request, JobContext.quiet()));
    }

    @Test
    void methodNamesAreThoseOfTheLiterature() {
        assertEquals(
                List.of(
                        "exact",
                        "integrated-gradients",
                        "occlusion",
                        "shapley",
                        "permutation-shapley",
                        "kernel-shap",
                        "lime",
                        "input-x-gradient",
                        "smoothgrad"),
                methods().map(Explainer::name).toList());
    }
}
