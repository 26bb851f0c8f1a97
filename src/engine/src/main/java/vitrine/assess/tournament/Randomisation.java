package vitrine.assess.tournament;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import vitrine.explain.Explainer;
import vitrine.metric.Spearman;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Workers;

/**
 * Runs the check of model randomisation: layers forget from the top down, and every method explains the same
 * recommendations anew. {@value #STARTS} sets of starting values take turns over the users, so that no single one decides.
 */
final class Randomisation {
    private static final String STAGE = "Explaining models that have forgotten";
    /** Most users; more would cost more than they tell. */
    private static final int MOST_USERS = 100;

    private static final int STARTS = 5;

    private final Rerandomised rerandomised;
    private final TournamentOptions options;

    Randomisation(Rerandomised rerandomised, TournamentOptions options) {
        this.rerandomised = rerandomised;
        this.options = options;
    }

    /** @param outcomes of the trained model, one a question, by method */
    Map<String, RandomisationCheck> of(
            List<Question> questions,
            List<Explainer> methods,
            List<SortedMap<String, Bout.Outcome>> outcomes,
            JobContext context) {
        int[] chosen = chosen(questions, outcomes);
        int depths = rerandomised.layers().size();
        double[][][] correlations = new double[methods.size()][depths][chosen.length];
        Steps steps = new Steps(STAGE, (long) depths * chosen.length, context.progress());
        JobContext single = new JobContext((stage, done, total) -> {}, context.cancellation(), 1);
        try (Workers workers = new Workers(context.threads())) {
            for (int depth = 1; depth <= depths; depth++) {
                for (int start = 0; start < Math.min(STARTS, chosen.length); start++) {
                    Recommender forgetful = rerandomised.model(depth, options.seed() + start);
                    int first = start;
                    int at = depth - 1;
                    int users = (chosen.length - start + STARTS - 1) / STARTS;
                    workers.forEach(users, (block, worker) -> {
                        context.cancellation().throwIfCancelled();
                        int user = first + block * STARTS;
                        int number = chosen[user];
                        Bout bout = new Bout(forgetful, options, questions.get(number), number, single);
                        for (int m = 0; m < methods.size(); m++) {
                            Bout.Outcome trained =
                                    outcomes.get(number).get(methods.get(m).name());
                            correlations[m][at][user] = trained == null
                                    ? Double.NaN
                                    : correlation(bout, forgetful, methods.get(m), trained);
                        }
                        steps.done();
                    });
                }
            }
        }
        Map<String, RandomisationCheck> checks = new LinkedHashMap<>();
        for (int m = 0; m < methods.size(); m++) {
            double[][] known = Arrays.stream(correlations[m])
                    .map(byUser ->
                            Arrays.stream(byUser).filter(Double::isFinite).toArray())
                    .toArray(double[][]::new);
            if (known.length > 0 && known[known.length - 1].length > 0) {
                checks.put(methods.get(m).name(), RandomisationCheck.of(known));
            }
        }
        return checks;
    }

    private double correlation(Bout bout, Recommender forgetful, Explainer method, Bout.Outcome trained) {
        try {
            double[] sizes = Bout.sizes(method.explain(
                    forgetful,
                    bout.request(trained.parameters(), options.seeds().get(0)),
                    JobContext.quiet()));
            return Spearman.of(trained.sizes(), sizes);
        } catch (CannotAnswerException refused) {
            return Double.NaN;
        }
    }

    /** The first question of each user with enough history, of the first users. */
    private static int[] chosen(List<Question> questions, List<SortedMap<String, Bout.Outcome>> outcomes) {
        Set<Integer> users = new LinkedHashSet<>();
        List<Integer> chosen = new ArrayList<>();
        for (int number = 0; number < questions.size() && chosen.size() < MOST_USERS; number++) {
            Question question = questions.get(number);
            int removable = 0;
            for (float weight : question.query().weights()) {
                removable += weight > 0 ? 1 : 0;
            }
            if (removable >= RandomisationCheck.FEWEST_ITEMS
                    && !outcomes.get(number).isEmpty()
                    && users.add(question.user())) {
                chosen.add(number);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
}
