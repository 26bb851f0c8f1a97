package vitrine.assess;

import java.util.Arrays;
import java.util.SortedMap;
import vitrine.data.Catalog;
import vitrine.data.IdOrder;
import vitrine.data.InteractionLog;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.model.InteractionMatrix;
import vitrine.model.Recommender;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/**
 * All held-out items of a user at once, ranked among all items except those of the user's training and validation part:
 * {@code strat75}, {@code ratio801010}, {@code temporal}. The history is the user's latest training items, the context that of the
 * latest training event, at no time in particular. Candidates stand
 * in id order, so ties go by id. Users without held-out items are not measured. The reciprocal rank is that within the
 * first k, as in RecBole.
 */
public final class FullRankingProtocol implements Protocol {
    private final Splitter splitter;
    private final int k;
    private final long seed;

    /**
     * @param splitter gives the protocol its name
     * @param seed of the items drawn for loss and accuracy
     */
    public FullRankingProtocol(Splitter splitter, int k, long seed) {
        this.seed = seed;
        this.splitter = splitter;
        this.k = k;
    }

    @Override
    public String name() {
        return splitter.name();
    }

    @Override
    public Splitter splitter() {
        return splitter;
    }

    @Override
    public Evaluation evaluate(Recommender model, Split split, Catalog items, JobContext context) {
        InteractionLog log = split.log();
        InteractionMatrix held = InteractionMatrix.of(log, split.testTargets());
        InteractionMatrix training = InteractionMatrix.of(log, split.trainTargets());
        InteractionMatrix validation = InteractionMatrix.of(log, split.validationTargets());
        int[] users = java.util.stream.IntStream.range(0, log.users().size())
                .filter(user -> held.itemsOf(user).length > 0)
                .toArray();
        if (users.length == 0) {
            throw new BadInputException(
                    "The split " + name() + " holds nothing out here: no user has enough interactions. Use data with"
                            + " longer histories, or --protocol loo99.");
        }
        int[] byId = IdOrder.of(log.items());
        UserRanking.Measured measured = new UserRanking(model, k, name(), seed, training.itemCounts())
                .measure(
                        users,
                        place -> {
                            int user = users[place];
                            boolean[] left = new boolean[byId.length];
                            Arrays.stream(training.itemsOf(user)).forEach(item -> left[item] = true);
                            Arrays.stream(validation.itemsOf(user)).forEach(item -> left[item] = true);
                            return new UserRanking.Task(
                                    LatestQuestion.of(model, split, user),
                                    UserRanking.without(byId, left),
                                    held.itemsOf(user));
                        },
                        context);
        SortedMap<String, Double> metrics = measured.metrics();
        metrics.putAll(new ListQuality(training, items).of(measured.users().lists()));
        return new Evaluation(name(), k, users.length, log.users().size() - users.length, metrics, measured.users());
    }
}
