package vitrine.assess.tournament;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vitrine.assess.faithfulness.ItemPopularity;
import vitrine.assess.faithfulness.ItemSimilarity;
import vitrine.assess.faithfulness.OrderTests;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.assess.faithfulness.RemovalTest;
import vitrine.explain.Explainer;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * All methods on the same recommendations of one model, under the same budget and the same removal tests, beside the controls
 * random, popularity and cosine. A recommendation is a block of work: the same numbers (times aside) for any count of
 * threads.
 *
 * <p>Cost of a recommendation: the methods' explanations, one a seed for those that draw, and for each explanation about 18
 * rankings of all candidates and 100 scores; 12 orders more for the controls.
 */
public final class Tournament {
    private static final String STAGE = "Explaining and testing";

    private final Recommender model;
    private final ItemSimilarity similarity;
    private final ItemPopularity popularity;
    private final TournamentOptions options;

    /** @param similarity and {@code popularity}, of the training log */
    public Tournament(
            Recommender model, ItemSimilarity similarity, ItemPopularity popularity, TournamentOptions options) {
        this.model = model;
        this.similarity = similarity;
        this.popularity = popularity;
        this.options = options;
    }

    /** What was measured on one recommendation, by method. */
    private record Measured(SortedMap<String, Bout.Outcome> methods, SortedMap<String, RemovalScores> controls) {}

    /**
     * @param questions those of one user next to each other
     * @param rerandomised the model's forgetful versions, for the check that explanations depend on what was learned
     */
    public TournamentResult run(
            List<Question> questions,
            List<Explainer> methods,
            Optional<Rerandomised> rerandomised,
            JobContext context) {
        @Nullable Measured[] measured = new Measured[questions.size()];
        Steps steps = new Steps(STAGE, questions.size(), context.progress());
        JobContext single = new JobContext((stage, done, total) -> {}, context.cancellation(), 1);
        warmUp(questions, methods, single);
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(questions.size(), (number, worker) -> {
                context.cancellation().throwIfCancelled();
                measured[number] = measure(questions.get(number), number, methods, single);
                steps.done();
            });
        }
        List<Integer> tested = new ArrayList<>();
        for (int number = 0; number < measured.length; number++) {
            if (measured[number] != null) {
                tested.add(number);
            }
        }
        int[] users = tested.stream()
                .mapToInt(n -> questions.get(n).user())
                .distinct()
                .toArray();
        Map<String, RandomisationCheck> checks = rerandomised
                .map(forgetful ->
                        new Randomisation(forgetful, options).of(questions, methods, outcomes(measured), context))
                .orElse(Map.of());
        List<Contestant> contestants = new ArrayList<>();
        for (Explainer method : methods) {
            double[][] byUser = means(users, questions, number -> {
                Measured one = measured[number];
                Bout.Outcome outcome = one == null ? null : one.methods().get(method.name());
                return outcome == null ? null : outcome.measures();
            });
            contestants.add(
                    new Contestant(method.name(), false, byUser, Optional.ofNullable(checks.get(method.name()))));
        }
        for (String control : List.of(OrderTests.COSINE, OrderTests.POPULARITY, OrderTests.RANDOM)) {
            double[][] byUser = means(users, questions, number -> {
                Measured one = measured[number];
                return one == null
                        ? null
                        : Bout.of(Objects.requireNonNull(one.controls().get(control)));
            });
            contestants.add(new Contestant(control, true, byUser, Optional.empty()));
        }
        return new TournamentResult(
                contestants,
                users.length,
                questions.size() - tested.size(),
                rerandomised.map(Rerandomised::layers).orElse(List.of()));
    }

    /** The first recommendation once for nothing, so that no method pays for the start of the Java machine. */
    private void warmUp(List<Question> questions, List<Explainer> methods, JobContext context) {
        if (!questions.isEmpty()) {
            measure(questions.get(0), 0, methods, context);
        }
    }

    private static List<SortedMap<String, Bout.Outcome>> outcomes(@Nullable Measured[] measured) {
        List<SortedMap<String, Bout.Outcome>> outcomes = new ArrayList<>();
        for (Measured one : measured) {
            outcomes.add(one == null ? new TreeMap<>() : one.methods());
        }
        return outcomes;
    }

    private @Nullable Measured measure(Question question, int number, List<Explainer> methods, JobContext context) {
        RemovalTest test =
                new RemovalTest(model, question.query(), question.item(), question.candidates(), options.minimumK());
        if (!test.allFinite() || test.objection().isPresent()) {
            return null;
        }
        OrderTests tests = new OrderTests(
                test,
                SeededRandom.stream(options.seed(), "tournament-orders", number).nextLong());
        Bout bout = new Bout(model, options, question, number, context);
        SortedMap<String, Bout.Outcome> outcomes = new TreeMap<>();
        for (Explainer method : methods) {
            bout.run(method, tests).ifPresent(outcome -> outcomes.put(method.name(), outcome));
        }
        SortedMap<String, RemovalScores> controls = tests.controls(
                question.query().history(),
                question.item(),
                similarity,
                popularity,
                options.randomOrders(),
                context.cancellation());
        return new Measured(outcomes, controls);
    }

    private interface Measures {
        double @Nullable [] of(int question);
    }

    /** Means over each user's recommendations; NaN where a measure was never taken. */
    private static double[][] means(int[] users, List<Question> questions, Measures measures) {
        int kinds = Measure.values().length;
        double[][] sums = new double[kinds][users.length];
        int[][] counts = new int[kinds][users.length];
        Map<Integer, Integer> place = new TreeMap<>();
        for (int user : users) {
            place.put(user, place.size());
        }
        for (int number = 0; number < questions.size(); number++) {
            double[] one = measures.of(number);
            for (int m = 0; one != null && m < kinds; m++) {
                if (Double.isFinite(one[m])) {
                    int user = Objects.requireNonNull(
                            place.get(questions.get(number).user()));
                    sums[m][user] += one[m];
                    counts[m][user]++;
                }
            }
        }
        for (int m = 0; m < kinds; m++) {
            int[] count = counts[m];
            double[] sum = sums[m];
            Arrays.setAll(sum, user -> count[user] == 0 ? Double.NaN : sum[user] / count[user]);
        }
        return sums;
    }
}
