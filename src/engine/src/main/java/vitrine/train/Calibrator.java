package vitrine.train;

import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import vitrine.model.Calibration;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.Workers;
import vitrine.train.CalibrationFit.Outcome;

/**
 * Learns a {@link Calibration} from the targets training held back to choose its epoch: each among all items the user has not
 * taken, none sampled, so that the base rate is the true one. The slope makes the held-back items most likely,
 *
 * <pre>maximise over slope: sum over users of (1 - e) slope s_target + e slope mean(s) - log sum over j of exp(slope s_j)</pre>
 *
 * with e = 1 / (users + 2), Platt's softened target, which keeps the slope finite where every held-back item comes first. The
 * function is concave: its slope's one zero is found by Brent's method. Blocks are reduced in order, so threads change
 * nothing. Users are spread evenly over all where there are more than {@link #affordable}.
 */
public final class Calibrator {
    /** With fewer, the slope would say more about these users than about the model. */
    public static final int LEAST_USERS = 100;
    /** Beyond, scoring the whole catalogue for so many users takes longer than is worth waiting for. */
    public static final int MOST_ITEMS = 200_000;

    private static final int SCORES = 2_000_000;
    private static final int BLOCK = 8;
    private static final double PRECISION = 1e-9;
    private static final int MOST_EVALUATIONS = 200;

    private final Recommender model;
    private final TrainingData data;
    /** One held-back target a user, so that nobody counts twice. */
    private final int[] held;

    private final double[][] scores;
    private final double[] target;

    private Calibrator(Recommender model, TrainingData data, int[] held, int users) {
        this.model = model;
        this.data = data;
        this.held = held;
        this.scores = new double[users][];
        this.target = new double[users];
    }

    /** How many users a catalogue of so many items can be scored whole for in some seconds. */
    public static int affordable(int items) {
        return Math.max(LEAST_USERS, SCORES / Math.max(1, items));
    }

    /** @param model as trained on {@code data}, its best epoch */
    public static CalibrationFit fit(Recommender model, TrainingData data, JobContext context) {
        return fit(model, data, affordable(model.items().size()), context);
    }

    /** On a quarter of the users, where somebody waits who wants to stop. */
    public static CalibrationFit quick(Recommender model, TrainingData data, JobContext context) {
        return fit(model, data, Math.max(LEAST_USERS, affordable(model.items().size()) / 4), context);
    }

    private static CalibrationFit fit(Recommender model, TrainingData data, int mostUsers, JobContext context) {
        int[] held = onePerUser(data);
        int items = model.items().size();
        if (held.length == 0) {
            return CalibrationFit.without(Outcome.NOTHING_HELD_BACK, 0);
        }
        if (held.length < LEAST_USERS) {
            return CalibrationFit.without(Outcome.TOO_FEW_USERS, held.length);
        }
        if (items > MOST_ITEMS) {
            return CalibrationFit.without(Outcome.TOO_MANY_ITEMS, held.length);
        }
        Calibrator calibrator = new Calibrator(model, data, held, Math.min(held.length, mostUsers));
        return calibrator.score(context) ? calibrator.solve() : CalibrationFit.without(Outcome.NO_ORDER, held.length);
    }

    /** The last of each user's, in time: a split with a validation part of its own holds back several. */
    private static int[] onePerUser(TrainingData data) {
        return IntStream.range(0, data.validationTargets())
                .filter(i -> i + 1 == data.validationTargets() || data.validationUser(i) != data.validationUser(i + 1))
                .toArray();
    }

    /** @return whether all scores are numbers */
    private boolean score(JobContext context) {
        int users = scores.length;
        int blocks = (users + BLOCK - 1) / BLOCK;
        java.util.concurrent.atomic.AtomicInteger done = new java.util.concurrent.atomic.AtomicInteger();
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(blocks, (block, worker) -> {
                context.cancellation().throwIfCancelled();
                for (int i = block * BLOCK; i < Math.min(users, (block + 1) * BLOCK); i++) {
                    scoreOne(i, held[(int) ((long) i * held.length / users)]);
                }
                context.progress().report("Calibrating", done.incrementAndGet(), blocks);
            });
        }
        return IntStream.range(0, users)
                .allMatch(i -> java.util.Arrays.stream(scores[i]).allMatch(Double::isFinite));
    }

    private void scoreOne(int place, int row) {
        Query question = data.validationQuestion(row, model);
        boolean[] taken = new boolean[model.items().size()];
        for (int item : data.positives().itemsOf(question.user())) {
            taken[item] = true;
        }
        int wanted = data.validationItem(row);
        taken[wanted] = false;
        int[] candidates =
                IntStream.range(0, taken.length).filter(item -> !taken[item]).toArray();
        scores[place] = new double[candidates.length];
        model.score(question, candidates, scores[place]);
        target[place] = scores[place][java.util.Arrays.binarySearch(candidates, wanted)];
    }

    private CalibrationFit solve() {
        if (!(gain(0) > 0)) {
            return CalibrationFit.without(Outcome.NO_ORDER, scores.length);
        }
        double high = 1;
        while (gain(high) > 0 && high < Calibration.STEEPEST) {
            high *= 2;
        }
        if (high >= Calibration.STEEPEST) {
            return CalibrationFit.without(Outcome.NO_ORDER, scores.length);
        }
        double slope = new BrentSolver(PRECISION, PRECISION * high).solve(MOST_EVALUATIONS, this::gain, 0, high);
        return Calibration.isPossible(slope, scores.length)
                ? CalibrationFit.of(new Calibration(slope, scores.length))
                : CalibrationFit.without(Outcome.NO_ORDER, scores.length);
    }

    /** How fast the likelihood rises with the slope: softened target less expected score, over all users. */
    private double gain(double slope) {
        double softened = 1.0 / (scores.length + 2);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double log = Calibration.logSum(slope, scores[i]);
            double expected = 0;
            double mean = 0;
            for (double score : scores[i]) {
                expected += score * Math.exp(slope * score - log);
                mean += score;
            }
            sum += (1 - softened) * target[i] + softened * mean / scores[i].length - expected;
        }
        return sum;
    }
}
