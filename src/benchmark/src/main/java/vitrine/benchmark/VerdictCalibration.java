package vitrine.benchmark;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vitrine.action.ModelSession;
import vitrine.assess.faithfulness.FaithfulnessAssessor;
import vitrine.assess.faithfulness.FaithfulnessOptions;
import vitrine.assess.faithfulness.Verdict;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.metric.PartialTopK;
import vitrine.metric.WilsonInterval;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/**
 * How often the check is taken in: contributions that are drawn at random, for the first recommendation of some users, go
 * through the check of every explanation, and the verdicts are counted. <em>Supported</em> must come in under 5 %.
 */
public final class VerdictCalibration {
    private static final long SEED = 42;
    private static final int FEWEST_ITEMS = 5;

    private VerdictCalibration() {}

    /** @param arguments a model file, how many users, how many random explanations each */
    public static void main(String[] arguments) {
        Calibrated session = new Calibrated(Path.of(arguments[0]));
        session.count(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    private record Calibrated(ModelSession open) {
        Calibrated(Path file) {
            this(ModelSession.open(file));
        }

        void count(int users, int explanations) {
            Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
            int[] order = IntStream.range(0, open.model().users().size()).toArray();
            SeededRandom.stream(SEED, "calibration-users", 0).shuffle(order);
            JobContext context = new JobContext(
                    (stage, done, total) -> {},
                    () -> false,
                    Runtime.getRuntime().availableProcessors());
            int asked = 0;
            for (int i = 0; i < order.length && asked < users; i++) {
                Query recorded = open.query(Optional.of(open.model().users().id(order[i])), Optional.empty());
                if (recorded.history().length < FEWEST_ITEMS) {
                    continue;
                }
                asked++;
                for (int e = 0; e < explanations; e++) {
                    verdicts.merge(verdict(recorded, order[i], e, context), 1, Integer::sum);
                }
            }
            int tested =
                    verdicts.values().stream().mapToInt(n -> n).sum() - verdicts.getOrDefault(Verdict.NOT_TESTABLE, 0);
            int supported = verdicts.getOrDefault(Verdict.SUPPORTED, 0);
            System.out.println(open.model().name() + ", " + asked + " users, " + explanations
                    + " random explanations each: " + verdicts + "; supported of those tested "
                    + WilsonInterval.of(supported, tested));
        }

        private Verdict verdict(Query recorded, int user, int number, JobContext context) {
            Recommender model = open.byHistory();
            Query query = open.foldsIn() ? recorded.withUser(Query.UNKNOWN_USER) : recorded;
            int[] unseen = open.unseen(recorded);
            double[] scores = new double[unseen.length];
            open.model().score(recorded, unseen, scores);
            int item = unseen[PartialTopK.of(scores, 1)[0]];
            SeededRandom random = SeededRandom.stream(SEED, "calibration:" + user, number);
            List<Contribution> guessed = IntStream.range(0, query.history().length)
                    .mapToObj(i -> new Contribution(Part.Kind.HISTORY, i, random.nextGaussian()))
                    .toList();
            Explanation explanation = new Explanation(
                    "random", new ExplanationRequest(query, item, 0, Map.of()), guessed, 0, 0, OptionalDouble.empty());
            return new FaithfulnessAssessor(
                            open.itemUsers(), open.itemUsers(), FaithfulnessOptions.of(random.nextLong()))
                    .verify(model, explanation, open.outsideHistory(query), context)
                    .verdict();
        }
    }
}
