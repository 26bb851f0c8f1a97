package vitrine.model;

import java.util.List;
import java.util.stream.IntStream;
import vitrine.network.Executor;

/**
 * Scores of {@link DeepContext} for many items of one question, by {@link TwoSidedRanking}: the items' side is read off the
 * network once a model, the question's once a question.
 */
final class DeepContextRanking {
    private static final int AT_ONCE = 64;
    private static final Query NOBODY = Query.of(Query.UNKNOWN_USER);
    /** Numbers kept of all items: 1 GB. */
    private static final long MOST_NUMBERS = 1L << 28;

    private final DeepContext model;
    private final int dim;
    private final int units;
    private final TwoSidedRanking ranking;

    /** Whether so many items' sides may be kept; else each question is worked out whole. */
    static boolean fits(int items, DeepContextSettings settings) {
        return (long) items * (settings.dim() + settings.layers().get(0)) <= MOST_NUMBERS;
    }

    /** @param model that {@link #fits} */
    DeepContextRanking(DeepContext model) {
        this.model = model;
        this.dim = model.settings().dim();
        this.units = model.settings().layers().get(0);
        int items = model.items().size();
        float[] factors = new float[items * dim];
        float[] halves = new float[items * units];
        Executor run = new Executor(model.network(), model.parameters(), AT_ONCE);
        for (int from = 0; from < items; from += AT_ONCE) {
            int count = Math.min(AT_ONCE, items - from);
            for (int i = 0; i < count; i++) {
                model.place(run, i, NOBODY, from + i);
            }
            run.forward(count);
            System.arraycopy(run.values(DeepContext.ITEM_SUM), 0, factors, from * dim, count * dim);
            System.arraycopy(run.values(DeepContext.ITEM_HALF), 0, halves, from * units, count * units);
        }
        List<String> behind = IntStream.rangeClosed(2, model.settings().layers().size())
                .mapToObj(layer -> DeepContext.LAYER + layer)
                .toList();
        this.ranking = new TwoSidedRanking(
                dim, model.settings().layers(), behind, DeepContext.SCORE, model.parameters(), factors, halves);
    }

    /** @param query with nothing assumed of the items */
    void score(Query query, int[] wanted, double[] scores) {
        if (wanted.length == 0) {
            return;
        }
        Executor run = new Executor(model.network(), model.parameters(), 1);
        model.place(run, 0, query, wanted[0]);
        run.forward(1);
        float[] half = new float[units];
        for (String part : List.of(DeepContext.QUESTION_HALF, DeepContext.PROFILE_HALF)) {
            float[] values = run.values(part);
            for (int unit = 0; unit < units; unit++) {
                half[unit] += values[unit];
            }
        }
        ranking.score(run.values(DeepContext.ASKER), 0, half, wanted, scores);
    }
}
