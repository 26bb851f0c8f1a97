package vitrine.assess;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import vitrine.data.Catalog;
import vitrine.data.IdOrder;
import vitrine.data.InteractionLog;
import vitrine.data.split.NoSplit;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.model.InteractionMatrix;
import vitrine.model.Recommender;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/**
 * The pairs of a file, after training on all of the data: ranked among all items outside the user's training history ({@code
 * given}), or among the items a second file lists for the user ({@code given-negatives}). There an item that is listed more
 * than once, or is itself to be found, stands among the candidates once, as in the script of He et al. (2017), which keeps
 * scores by item. The history is the user's latest training items; candidates stand in id order, so ties go by id.
 */
public final class GivenProtocol implements Protocol {
    private final GivenTest test;
    private final int k;
    private final long seed;

    /** @param seed of the items drawn for loss and accuracy */
    public GivenProtocol(GivenTest test, int k, long seed) {
        this.seed = seed;
        this.test = test;
        this.k = k;
    }

    @Override
    public String name() {
        return (test.negatives().isPresent() ? "given-negatives" : "given") + " (" + test.file() + ")";
    }

    @Override
    public Splitter splitter() {
        return new NoSplit();
    }

    @Override
    public Evaluation evaluate(Recommender model, Split split, Catalog items, JobContext context) {
        InteractionLog log = split.log();
        InteractionMatrix training = InteractionMatrix.of(log, split.trainTargets());
        int[] users =
                test.relevant().keySet().stream().mapToInt(Integer::intValue).toArray();
        if (users.length == 0) {
            throw new BadInputException(
                    "No pair of " + test.file() + " can be measured: its users or items do not occur"
                            + " in the training data, or it repeats what the users had in training. Check that both files write"
                            + " ids the same way.");
        }
        int[] byId = IdOrder.of(log.items());
        UserRanking.Measured ranked = new UserRanking(model, k, name(), seed, training.itemCounts())
                .measure(
                        users,
                        place -> new UserRanking.Task(
                                LatestQuestion.of(model, split, users[place]),
                                candidates(users[place], training, byId),
                                relevant(users[place])),
                        context);
        UserMeasures measured = ranked.users();
        SortedMap<String, Double> metrics = ranked.metrics();
        if (test.negatives().isPresent()) {
            measured.measures().remove("serendipity");
            metrics.remove("serendipity");
            measured = new UserMeasures(users, measured.measures(), new int[0][]);
        } else {
            metrics.putAll(new ListQuality(training, items).of(measured.lists()));
        }
        return new Evaluation(name(), k, users.length, log.users().size() - users.length, metrics, measured);
    }

    private int[] relevant(int user) {
        return test.relevant().getOrDefault(user, new int[0]);
    }

    private int[] candidates(int user, InteractionMatrix training, int[] byId) {
        boolean[] leaves = new boolean[byId.length];
        Optional<SortedMap<Integer, int[]>> negatives = test.negatives();
        if (negatives.isPresent()) {
            Arrays.fill(leaves, true);
            for (int item : negatives.get().getOrDefault(user, new int[0])) {
                leaves[item] = false;
            }
            for (int item : relevant(user)) {
                leaves[item] = false;
            }
        } else {
            for (int item : training.itemsOf(user)) {
                leaves[item] = true;
            }
        }
        return UserRanking.without(byId, leaves);
    }
}
