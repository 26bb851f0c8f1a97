package vitrine.assess;

import java.util.Arrays;
import vitrine.data.IdOrder;
import vitrine.data.split.Split;
import vitrine.metric.PartialTopK;
import vitrine.model.InteractionMatrix;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.Workers;

/**
 * What a model would recommend now: for each user the first places among all items outside the training and validation part,
 * after the user's latest training items. The same question for every model, whatever the protocol ranks.
 */
public final class TopLists {
    private static final int BLOCK = 16;

    private final Split split;
    private final InteractionMatrix training;
    private final InteractionMatrix validation;
    private final int[] byId;

    public TopLists(Split split) {
        this.split = split;
        this.training = InteractionMatrix.of(split.log(), split.trainTargets());
        this.validation = InteractionMatrix.of(split.log(), split.validationTargets());
        this.byId = IdOrder.of(split.log().items());
    }

    /** One user's candidates in id order with their scores. */
    public record Scored(int[] candidates, double[] scores) {}

    /** All candidates of one user, scored. */
    public Scored scored(Recommender model, int user) {
        boolean[] leaves = new boolean[byId.length];
        Arrays.stream(training.itemsOf(user)).forEach(item -> leaves[item] = true);
        Arrays.stream(validation.itemsOf(user)).forEach(item -> leaves[item] = true);
        int[] candidates = UserRanking.without(byId, leaves);
        double[] scores = new double[candidates.length];
        model.score(LatestQuestion.of(model, split, user), candidates, scores);
        return new Scored(candidates, scores);
    }

    /**
     * @param users user numbers
     * @return for each of them {@code min(k, candidates)} item numbers, best first
     */
    public int[][] of(Recommender model, int[] users, int k, JobContext context) {
        int[][] lists = new int[users.length][];
        int blocks = (users.length + BLOCK - 1) / BLOCK;
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(blocks, (block, worker) -> {
                context.cancellation().throwIfCancelled();
                for (int i = block * BLOCK; i < Math.min(users.length, (block + 1) * BLOCK); i++) {
                    Scored scored = scored(model, users[i]);
                    lists[i] = Arrays.stream(PartialTopK.of(scored.scores(), k))
                            .map(place -> scored.candidates()[place])
                            .toArray();
                }
            });
        }
        return lists;
    }
}
