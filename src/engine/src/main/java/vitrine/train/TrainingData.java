package vitrine.train;

import java.util.Arrays;
import vitrine.data.InteractionLog;
import vitrine.data.split.Histories;
import vitrine.data.split.Split;
import vitrine.model.Context;
import vitrine.model.ContextRecommender;
import vitrine.model.InteractionMatrix;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.SeededRandom;

/**
 * The training part of a split, and up to {@value #VALIDATION_ROWS} targets for validation, drawn by seed: of the split's own
 * validation part, if it has one; else held back here, the last training target of users who have at least {@value
 * #LEAST_TARGETS}.
 */
public final class TrainingData {
    private static final int VALIDATION_ROWS = 1000;
    private static final int LEAST_TARGETS = 5;

    private final InteractionLog log;
    private final Histories histories;
    private final int[] targets;
    private final int[] validation;
    private final InteractionMatrix positives;

    private TrainingData(InteractionLog log, Histories histories, int[] targets, int[] validation) {
        this.log = log;
        this.histories = histories;
        this.targets = targets;
        this.validation = validation;
        this.positives = InteractionMatrix.of(log, targets);
    }

    public static TrainingData of(Split split, long seed) {
        int[] all = split.trainTargets();
        boolean hasOwn = split.validationTargets().length > 0;
        int[] drawn = hasOwn ? split.validationTargets().clone() : lastOfEach(split.log(), all);
        SeededRandom.stream(seed, "validation-users", 0).shuffle(drawn);
        int[] validation = Arrays.copyOf(drawn, Math.min(VALIDATION_ROWS, drawn.length));
        Arrays.sort(validation);
        int[] kept = Arrays.stream(all)
                .filter(row -> Arrays.binarySearch(validation, row) < 0)
                .toArray();
        return new TrainingData(split.log(), split.trainHistories(), kept, validation);
    }

    private static int[] lastOfEach(InteractionLog log, int[] all) {
        int[] last = new int[log.users().size()];
        int eligible = 0;
        int run = 0;
        for (int i = 0; i < all.length; i++) {
            run = i > 0 && log.user(all[i]) == log.user(all[i - 1]) ? run + 1 : 1;
            boolean ends = i + 1 == all.length || log.user(all[i + 1]) != log.user(all[i]);
            if (ends && run >= LEAST_TARGETS) {
                last[eligible++] = all[i];
            }
        }
        return Arrays.copyOf(last, eligible);
    }

    /** Rows to learn. */
    public int targets() {
        return targets.length;
    }

    public int validationTargets() {
        return validation.length;
    }

    /** Training positives: what negatives must not be. */
    public InteractionMatrix positives() {
        return positives;
    }

    public int targetUser(int index) {
        return log.user(targets[index]);
    }

    public int targetItem(int index) {
        return log.item(targets[index]);
    }

    /** When target {@code index} happened; targets of a user follow each other in time order. */
    public long targetTime(int index) {
        return log.time(targets[index]);
    }

    /** What was known before target {@code index} happened. */
    public Query question(int index, int maxHistory) {
        return question(log, histories, targets[index], maxHistory);
    }

    public int validationUser(int index) {
        return log.user(validation[index]);
    }

    public int validationItem(int index) {
        return log.item(validation[index]);
    }

    public Query validationQuestion(int index, int maxHistory) {
        return question(log, histories, validation[index], maxHistory);
    }

    /** The same, as {@code model} reads it. */
    Query question(int index, Recommender model) {
        return question(log, histories, targets[index], model);
    }

    /** The question a held-back target poses, as {@code model} reads it. */
    Query validationQuestion(int index, Recommender model) {
        return question(log, histories, validation[index], model);
    }

    /** The question a target row poses, as {@code model} reads it: with the context of the target's event, if it reads that. */
    public static Query question(InteractionLog log, Histories histories, int row, Recommender model) {
        Query question = question(log, histories, row, model.historyRead());
        return model instanceof ContextRecommender ? question.withContext(Context.of(log, row)) : question;
    }

    /** The question a target row poses: its user, and the history strictly before it. */
    public static Query question(InteractionLog log, Histories histories, int row, int maxHistory) {
        int user = log.user(row);
        return maxHistory == 0
                ? Query.of(user)
                : Query.of(user, histories.before(user, log.time(row), log.item(row), maxHistory));
    }
}
