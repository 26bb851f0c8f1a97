package vitrine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.data.IdIndex;
import vitrine.explain.gradient.ExactLinear;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.perturb.ExactShapley;
import vitrine.explain.perturb.Occlusion;
import vitrine.model.DifferentiableRecommender;
import vitrine.model.LinearRecommender;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.network.DifferentiableFunction;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

class ContrastTest {
    private static final int A = 9;
    private static final int B = 12;
    private static final List<Explainer> METHODS =
            List.of(new IntegratedGradients(), new Occlusion(), new ExactShapley());

    private static double[] values(Explanation explanation) {
        return explanation.contributions().stream()
                .mapToDouble(Contribution::value)
                .toArray();
    }

    private static Explanation explain(Explainer method, Recommender model, Query query, int item) {
        return method.explain(model, new ExplanationRequest(query, item, 20), JobContext.quiet());
    }

    private static Query history(int n) {
        return Query.of(0, IntStream.range(0, n).toArray());
    }

    /** Science, section 3, case 12: contrast (.35, .2, -.1, -.25) = margin .19 minus reference margin -.01. */
    @Test
    void the_worked_history_has_the_worked_contrast() {
        double[][] weights = new double[6][6];
        double[][] columns = {{.4, .05}, {.3, .1}, {.1, .2}, {0, .25}};
        for (int i = 0; i < columns.length; i++) {
            System.arraycopy(columns[i], 0, weights[i], 4, 2);
        }
        Recommender contrast = Contrast.of(new LinearTestModel(weights, new double[] {0, 0, 0, 0, 0, .01}, 0), 5);
        for (Explainer method :
                List.of(new IntegratedGradients(), new Occlusion(), new ExactShapley(), new ExactLinear())) {
            Explanation found = explain(method, contrast, history(4), 4);
            double[] history =
                    IntStream.range(0, 4).mapToDouble(i -> values(found)[i]).toArray();
            assertArrayEquals(new double[] {.35, .2, -.1, -.25}, history, 1e-9, method.name());
            assertEquals(.19, found.score(), 1e-12);
            assertEquals(-.01, found.referenceScore(), 1e-12);
            assertEquals(.2, found.sum(), 1e-9);
        }
    }

    @Test
    void every_linear_method_gives_the_difference_of_both_explanations() {
        for (long seed = 0; seed < 6; seed++) {
            CurvedTestModel model = new CurvedTestModel(16, seed);
            Recommender contrast = Contrast.of(model, B);
            for (Explainer method : METHODS) {
                double[] a = values(explain(method, model, history(6), A));
                double[] b = values(explain(method, model, history(6), B));
                double[] margin = values(explain(method, contrast, history(6), A));
                for (int i = 0; i < margin.length; i++) {
                    assertEquals(a[i] - b[i], margin[i], 1e-9, method.name() + " part " + i);
                }
            }
        }
    }

    @Test
    void the_view_is_what_the_model_is() {
        assertInstanceOf(LinearRecommender.class, Contrast.of(LinearTestModel.random(14, 0, 1), B));
        Recommender curved = Contrast.of(new CurvedTestModel(14, 1), B);
        assertInstanceOf(DifferentiableRecommender.class, curved);
        assertFalse(curved instanceof LinearRecommender);
        Recommender plain = Contrast.of(PopularityTestModel.of(14), B);
        assertFalse(plain instanceof DifferentiableRecommender);
        assertEquals(A - B, plain.score(history(3), A));
    }

    @Test
    void an_item_is_level_with_itself_and_two_items_mirror_each_other() {
        CurvedTestModel model = new CurvedTestModel(16, 3);
        Query query = history(5);
        assertEquals(0, Contrast.of(model, B).score(query, B));
        double there = Contrast.of(model, B).score(query, A);
        assertEquals(-there, Contrast.of(model, A).score(query, B), 1e-12);
        assertEquals(model.score(query, A) - model.score(query, B), there, 1e-12);
    }

    /** A model whose items have an attribute vector of their own: part 1 of item y is at {@code y + k}, from 0. */
    private record Attributed(int size) implements DifferentiableRecommender {
        @Override
        public String name() {
            return "attributed";
        }

        @Override
        public IdIndex users() {
            return TestIds.of("u", 1);
        }

        @Override
        public IdIndex items() {
            return TestIds.of("i", size);
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            for (int c = 0; c < candidates.length; c++) {
                PartedScore parted = parted(query, candidates[c]);
                scores[c] = parted.function().value(parted.point());
            }
        }

        /** The product of the history's weight and the length of the attribute; odd items have a second attribute. */
        @Override
        public PartedScore parted(Query query, int item) {
            boolean second = item % 2 == 1;
            double[] point = second ? new double[] {1, item, item + 1, 7} : new double[] {1, item, item + 1};
            List<Part> parts = second
                    ? List.of(
                            new Part(Part.Kind.HISTORY, 0, 0, 1),
                            new Part(Part.Kind.ITEM, 0, 1, 3),
                            new Part(Part.Kind.ITEM, 1, 3, 4))
                    : List.of(new Part(Part.Kind.HISTORY, 0, 0, 1), new Part(Part.Kind.ITEM, 0, 1, 3));
            DifferentiableFunction function = new TestFunction(
                    point.length,
                    x -> x[0] * (x[1] * x[1] + x[2]) + (second ? x[3] : 0),
                    x -> second
                            ? new double[] {x[1] * x[1] + x[2], 2 * x[0] * x[1], x[0], 1}
                            : new double[] {x[1] * x[1] + x[2], 2 * x[0] * x[1], x[0]});
            return new PartedScore(parts, function, point, new double[point.length]);
        }
    }

    @Test
    void attributes_that_differ_keep_both_values_and_shared_parts_share_their_slope() {
        Attributed model = new Attributed(10);
        Query query = history(1);
        PartedScore margin = ((DifferentiableRecommender) Contrast.of(model, 4)).parted(query, 7);
        assertEquals(
                List.of(
                        new Part(Part.Kind.HISTORY, 0, 0, 1),
                        new Part(Part.Kind.ITEM, 0, 1, 5),
                        new Part(Part.Kind.ITEM, 1, 5, 6)),
                margin.parts());
        assertArrayEquals(new double[] {1, 7, 8, 4, 5, 7}, margin.point());
        assertEquals(
                model.score(query, 7) - model.score(query, 4), margin.function().value(margin.point()), 1e-9);
        SeededRandom random = new SeededRandom(2);
        double[] x =
                IntStream.range(0, 6).mapToDouble(i -> random.nextGaussian()).toArray();
        double[] gradient = new double[6];
        margin.function().valueAndGradient(x, gradient);
        for (int i = 0; i < 6; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (margin.function().value(up) - margin.function().value(down)) / 2e-5;
            assertEquals(slope, gradient[i], 1e-6, "coordinate " + i);
        }
    }

    @Test
    void the_sum_of_the_parts_is_the_margin_less_the_margin_of_the_reference() {
        for (long seed = 0; seed < 6; seed++) {
            CurvedTestModel model = new CurvedTestModel(16, seed);
            Query query = history(6);
            Explanation found = explain(new ExactShapley(), Contrast.of(model, B), query, A);
            Query nothing = model.reference(query);
            double margin = model.score(query, A) - model.score(query, B);
            double reference = model.score(nothing, A) - model.score(nothing, B);
            assertEquals(margin - reference, found.sum(), 1e-9);
            assertTrue(found.convergenceDelta().orElseThrow() < 1e-9);
        }
    }
}
