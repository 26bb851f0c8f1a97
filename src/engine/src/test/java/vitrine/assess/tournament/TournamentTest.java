package vitrine.assess.tournament;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.Explainer;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.LinearTestModel;
import vitrine.explain.PopularityTestModel;
import vitrine.explain.TestIds;
import vitrine.explain.gradient.ExactLinear;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.perturb.ExactShapley;
import vitrine.explain.perturb.Occlusion;
import vitrine.metric.BootstrapInterval;
import vitrine.model.LinearRecommender;
import vitrine.model.MultVae;
import vitrine.model.MultVaeSettings;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.network.Parameters;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;

class TournamentTest {
    private static final int ITEMS = 60;
    private static final int USERS = 60;
    private static final TournamentOptions OPTIONS = TournamentOptions.of(List.of(1L, 2L, 3L), 60, 9);
    /** What a broken explainer does: always the same of an item, whatever the model has learned. */
    private static final Explainer IGNORES_WEIGHTS = new FakeExplainer(
            "ignores-weights",
            (model, request, at) -> SeededRandom.stream(
                            4, "item", request.query().history()[at])
                    .nextDouble());

    /** Users with 12 distinct items each; the first item outside is explained. */
    private static List<Question> questions() {
        return IntStream.range(0, USERS)
                .mapToObj(user -> {
                    int[] items = IntStream.range(0, ITEMS).toArray();
                    SeededRandom.stream(3, "history", user).shuffle(items);
                    int[] history = Arrays.copyOf(items, 12);
                    int[] rest = Arrays.copyOfRange(items, 12, ITEMS);
                    int item = rest[0];
                    Arrays.sort(rest);
                    return new Question(user, Query.of(0, history), item, rest);
                })
                .toList();
    }

    private static TournamentResult run(Recommender model, List<Explainer> methods, int threads) {
        return tournament(model)
                .run(
                        questions(),
                        methods,
                        Rerandomised.of(model, other -> other),
                        new JobContext(Progress.NONE, () -> false, threads));
    }

    private static Tournament tournament(Recommender model) {
        return new Tournament(
                model,
                (a, b) -> SeededRandom.stream(99, "similarity", 1000L * a + b).nextDouble(),
                item -> SeededRandom.stream(99, "popularity", item).nextDouble(),
                OPTIONS);
    }

    private static MultVae network(long seed) {
        MultVaeSettings settings = new MultVaeSettings(16, 8);
        return new MultVae(
                TestIds.of("u", 1),
                TestIds.of("i", ITEMS),
                settings,
                Parameters.initial(MultVae.network(ITEMS, settings, 1), seed));
    }

    @Test
    void onALinearModelNothingBeatsTheFormulaAndEveryExactMethodEqualsIt() {
        TournamentResult result = run(
                LinearTestModel.random(ITEMS, .3, 11),
                List.of(
                        new ExactLinear(),
                        new IntegratedGradients(),
                        new Occlusion(),
                        new FakeExplainer(
                                "backwards",
                                (model, request, at) -> -((LinearRecommender) model)
                                        .slope(request.query().history()[at], request.item()))),
                2);
        Contestant exact = result.contestant("exact");
        assertEquals(result.users(), exact.users());
        assertEquals(USERS, result.users() + result.notTestable());
        assertArrayEquals(
                exact.values(Measure.F),
                result.contestant("integrated-gradients").values(Measure.F),
                1e-9);
        assertArrayEquals(
                exact.values(Measure.F), result.contestant("occlusion").values(Measure.F), 1e-9);
        for (Contestant other : result.contestants()) {
            for (double difference : exact.differences(other, Measure.F)) {
                assertTrue(difference >= -1e-9, other.name());
            }
        }
        assertEquals(MethodVerdict.GREEN, verdict(result, "exact"));
        assertEquals(MethodVerdict.RED, verdict(result, "backwards"));
        for (double infidelity : exact.values(Measure.INFIDELITY)) {
            assertEquals(0, infidelity, 1e-20);
        }
    }

    private static MethodVerdict verdict(TournamentResult result, String method) {
        Contestant one = result.contestant(method);
        double[] differences = one.differences(result.contestant("cosine"), Measure.F);
        return MethodVerdict.of(BootstrapInterval.of(differences, new SeededRandom(1)::nextInt), one.randomisation());
    }

    @Test
    void anExplainerThatDrawsIsAveragedOverItsSeedsAndIsWorthTheRandomControl() {
        Explainer guesses = new FakeExplainer(
                "guesses",
                (model, request, at) ->
                        SeededRandom.stream(request.seed(), "guess", at).nextDouble());
        TournamentResult result = run(new CurvedTestModel(ITEMS, 5), List.of(guesses, new Occlusion()), 2);
        double[] apart = result.contestant("guesses").differences(result.contestant("random"), Measure.F);
        BootstrapInterval interval = BootstrapInterval.of(apart, new SeededRandom(1)::nextInt);
        assertTrue(interval.low() < 0 && interval.high() > 0, interval::toString);
        assertTrue(BootstrapInterval.of(
                                result.contestant("occlusion").differences(result.contestant("random"), Measure.F),
                                new SeededRandom(1)::nextInt)
                        .low()
                > 0);
    }

    @Test
    void realExplainersPassTheRandomisationCheckAndOneThatIgnoresTheWeightsFails() {
        TournamentResult result =
                run(network(1), List.of(new IntegratedGradients(), new Occlusion(), IGNORES_WEIGHTS), 2);
        for (String real : List.of("integrated-gradients", "occlusion")) {
            RandomisationCheck check = result.contestant(real).randomisation().orElseThrow();
            assertEquals(result.layers().size(), check.curve().size());
            assertTrue(check.passes(), real + ": " + check);
        }
        RandomisationCheck broken =
                result.contestant("ignores-weights").randomisation().orElseThrow();
        assertEquals(1, broken.correlation(), 1e-12);
        assertTrue(broken.fails());
        assertFalse(verdict(result, "ignores-weights") == MethodVerdict.GREEN);
    }

    @Test
    void aLinearModelForgetsToo() {
        TournamentResult result =
                run(LinearTestModel.random(ITEMS, 0, 12), List.of(new ExactLinear(), IGNORES_WEIGHTS), 1);
        assertTrue(result.contestant("exact").randomisation().orElseThrow().passes());
        assertTrue(result.contestant("ignores-weights")
                .randomisation()
                .orElseThrow()
                .fails());
    }

    @Test
    void aModelThatForgotNothingIsTheModel() {
        MultVae trained = network(1);
        Rerandomised forgetful = Rerandomised.of(trained, other -> other).orElseThrow();
        Question question = questions().get(0);
        assertEquals(
                trained.score(question.query(), question.item()),
                forgetful.model(0, 8).score(question.query(), question.item()));
        assertEquals("logits", forgetful.layers().get(0), "the layer next to the output forgets first");
        double all = forgetful.model(forgetful.layers().size(), 8).score(question.query(), question.item());
        assertEquals(network(8).score(question.query(), question.item()), all, "nothing of the trained model is left");
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        List<Explainer> methods = List.of(new IntegratedGradients(), IGNORES_WEIGHTS);
        TournamentResult one = run(network(1), methods, 1);
        TournamentResult two = run(network(1), methods, 2);
        for (Contestant contestant : one.contestants()) {
            Contestant same = two.contestant(contestant.name());
            assertEquals(contestant.randomisation(), same.randomisation());
            for (Measure measure : Measure.values()) {
                if (measure != Measure.MILLISECONDS) {
                    assertArrayEquals(contestant.values(measure), same.values(measure), measure.code());
                }
            }
        }
    }

    @Test
    void everyMethodStaysWithinTheBudgetItCanBeHeldTo() {
        TournamentResult result =
                run(new CurvedTestModel(ITEMS, 5), List.of(new IntegratedGradients(), new Occlusion()), 1);
        Contestant path = result.contestant("integrated-gradients");
        for (int user = 0; user < result.users(); user++) {
            assertEquals(
                    OPTIONS.budget(),
                    path.values(Measure.GRADIENTS)[user] + path.values(Measure.EVALUATIONS)[user],
                    "a gradient a step, and the score at both ends");
        }
        // 12 history items and the user, one at a time; all; none.
        assertEquals(15, result.contestant("occlusion").values(Measure.EVALUATIONS)[0]);
    }

    @Test
    void callsAreCountedWhateverTheMethodNeeds() {
        ModelCalls calls = new ModelCalls(LinearTestModel.random(ITEMS, 0, 3));
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1, 2, 3), 9, 7);
        new IntegratedGradients().explain(calls.model(), request, JobContext.quiet());
        assertEquals(7, calls.gradients());
        assertEquals(2, calls.evaluations());
        new ExactLinear().explain(calls.model(), request, JobContext.quiet());
        assertEquals(7, calls.gradients());
        ModelCalls popularity = new ModelCalls(PopularityTestModel.of(ITEMS));
        assertTrue(new ExactLinear().objection(popularity.model()).isPresent());
        assertThrows(
                CannotAnswerException.class,
                () -> new ExactLinear().explain(popularity.model(), request, JobContext.quiet()));
    }

    @Test
    void whatAMethodCannotAnswerIsLeftOut() {
        TournamentResult result = run(new CurvedTestModel(ITEMS, 5), List.of(new ExactShapley(), new Occlusion()), 1);
        assertEquals(0, result.contestant("shapley").users(), "13 parts are more than it goes through");
        assertEquals(result.users(), result.contestant("occlusion").users());
        assertTrue(result.users() > USERS / 2);
    }

    @Test
    void whereTheHistoryDoesNotMatterNothingIsTested() {
        TournamentResult result = run(PopularityTestModel.of(ITEMS), List.of(new Occlusion()), 1);
        assertEquals(0, result.users());
        assertEquals(USERS, result.notTestable());
        assertEquals(Optional.empty(), result.contestant("occlusion").randomisation());
    }

    @Test
    void itCanBeStopped() {
        JobContext stopped = new JobContext(Progress.NONE, () -> true, 1);
        Tournament tournament = tournament(network(1));
        assertThrows(
                CancelledException.class,
                () -> tournament.run(questions(), List.of(new Occlusion()), Optional.empty(), stopped));
    }
}
