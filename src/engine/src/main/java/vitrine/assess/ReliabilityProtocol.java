package vitrine.assess;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import vitrine.data.InteractionLog;
import vitrine.data.split.Split;
import vitrine.model.Calibration;
import vitrine.model.InteractionMatrix;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.Workers;
import vitrine.train.TrainingData;

/**
 * Measures calibrated probabilities on the questions of {@code loo-full}: each user's held-out last item among all items the
 * user had not taken in training, which is the event the probabilities speak of. Users are cut into blocks whose size depends
 * on their number only, reduced in order, so threads change nothing.
 */
public final class ReliabilityProtocol {
    private static final int MOST_BLOCKS = 256;
    private static final int SMALLEST_BLOCK = 16;

    private ReliabilityProtocol() {}

    /** Whether a protocol's question is the one probabilities answer. */
    public static boolean measures(String protocol) {
        return protocol.equals(LeaveOneOutProtocol.FULL);
    }

    /**
     * @param split leave-one-out, on the data the model was trained on
     * @param mostUsers spread evenly over all who have an item held out
     * @throws IllegalArgumentException when nothing is held out
     */
    public static Reliability measure(
            Recommender model, Calibration calibration, Split split, int mostUsers, JobContext context) {
        int held = split.testTargets().length;
        int users = Math.min(held, mostUsers);
        if (users < 1) {
            throw new IllegalArgumentException("nothing is held out");
        }
        InteractionMatrix training = InteractionMatrix.of(split.log(), split.trainTargets());
        int size = Math.max(SMALLEST_BLOCK, (users + MOST_BLOCKS - 1) / MOST_BLOCKS);
        ReliabilityDiagram[] blocks = new ReliabilityDiagram[(users + size - 1) / size];
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(blocks.length, (block, worker) -> {
                ReliabilityDiagram diagram = new ReliabilityDiagram();
                for (int i = block * size; i < Math.min(users, (block + 1) * size); i++) {
                    context.cancellation().throwIfCancelled();
                    int row = split.testTargets()[(int) ((long) i * held / users)];
                    add(model, calibration, split, row, training, diagram);
                }
                blocks[block] = diagram;
                context.progress().report("Measuring probabilities", done.incrementAndGet(), blocks.length);
            });
        }
        ReliabilityDiagram all = new ReliabilityDiagram();
        for (ReliabilityDiagram block : blocks) {
            all.add(block);
        }
        return all.of(users);
    }

    private static void add(
            Recommender model,
            Calibration calibration,
            Split split,
            int row,
            InteractionMatrix training,
            ReliabilityDiagram diagram) {
        InteractionLog log = split.log();
        int target = log.item(row);
        Query question = TrainingData.question(log, split.trainHistories(), row, model);
        boolean[] taken = new boolean[log.items().size()];
        for (int item : training.itemsOf(log.user(row))) {
            taken[item] = true;
        }
        taken[target] = false;
        int[] candidates =
                IntStream.range(0, taken.length).filter(item -> !taken[item]).toArray();
        double[] scores = new double[candidates.length];
        model.score(question, candidates, scores);
        double[] probabilities = calibration.probabilities(scores);
        for (int i = 0; i < candidates.length; i++) {
            diagram.add(probabilities[i], candidates[i] == target);
        }
    }
}
