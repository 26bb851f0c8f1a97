package vitrine.train;

import java.util.function.IntFunction;
import vitrine.metric.Accuracy;
import vitrine.metric.LogLoss;
import vitrine.model.Cnn;
import vitrine.model.Query;
import vitrine.network.Adam;
import vitrine.network.HistoryConvolutionGradient;
import vitrine.network.OptimizerState;
import vitrine.network.Parameters;
import vitrine.run.Workers;

/**
 * Teaches {@link Cnn} with binary cross-entropy and Adam. A batch is cut into blocks of {@value #BLOCK} groups; each block
 * gathers its own gradients, which are added up in block order, and tables are updated in example order: the same bytes
 * for any number of threads.
 *
 * <p>Why beside {@link NetworkLearner}, which takes the same steps: a question is worked out once for all its candidates,
 * which is several times as fast where the vector instructions are missing; decision 0016.
 */
public final class CnnLearner implements GroupLearner {
    private static final int BLOCK = 16;

    private final Cnn model;
    private final TrainingSettings settings;
    private final Adam adam;
    private final Parameters gradients;
    private final HistoryConvolutionGradient[] blocks;
    private final StepOutcome[] outcomes;
    private final int width;
    private final int tokensPerGroup;
    private final int candidatesPerGroup;

    /** Gradients of the vectors met in a batch, with the table rows they belong to. */
    private final float[] tokenGradients;

    private final float[] candidateGradients;
    private final int[] tokenRows;
    private final int[] candidateRows;
    private final int[] tokenCounts;
    private final int[] candidateCounts;

    public CnnLearner(Cnn model, TrainingSettings settings, Adam.Form form) {
        this.model = model;
        this.settings = settings;
        this.adam = new Adam(model.network(), settings.learningRate(), form);
        this.gradients = Parameters.zeros(model.network());
        int groups = settings.groupsPerBatch();
        this.width = model.settings().dim();
        this.tokensPerGroup = 1 + model.settings().history();
        this.candidatesPerGroup = 1 + settings.negatives();
        this.blocks = new HistoryConvolutionGradient[(groups + BLOCK - 1) / BLOCK];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = new HistoryConvolutionGradient(model.kernel(), candidatesPerGroup, false);
        }
        this.outcomes = new StepOutcome[blocks.length];
        this.tokenGradients = new float[groups * tokensPerGroup * width];
        this.candidateGradients = new float[groups * candidatesPerGroup * width];
        this.tokenRows = new int[groups * tokensPerGroup];
        this.candidateRows = new int[groups * candidatesPerGroup];
        this.tokenCounts = new int[groups];
        this.candidateCounts = new int[groups];
    }

    @Override
    public Cnn model() {
        return model;
    }

    @Override
    public Cnn snapshot() {
        return model.with(model.parameters().copy());
    }

    @Override
    public Parameters parameters() {
        return model.parameters();
    }

    @Override
    public void parametersChanged() {
        model.kernel().refresh();
    }

    @Override
    public Parameters gradients() {
        return gradients;
    }

    @Override
    public void learningRate(double rate) {
        adam.learningRate(rate);
    }

    @Override
    public OptimizerState optimizer() {
        return adam.state();
    }

    @Override
    public void restore(OptimizerState optimizer) {
        adam.restore(optimizer);
    }

    @Override
    public StepOutcome step(int groups, IntFunction<ExampleGroup> source, Workers workers) {
        int used = (groups + BLOCK - 1) / BLOCK;
        float share = 1f / (groups * candidatesPerGroup);
        workers.forEach(used, (block, worker) -> {
            blocks[block].clear();
            StepOutcome sum = StepOutcome.NOTHING;
            for (int g = block * BLOCK; g < Math.min(groups, (block + 1) * BLOCK); g++) {
                sum = sum.plus(differentiate(blocks[block], g, source.apply(g), share));
            }
            outcomes[block] = sum;
        });
        gradients.fill(0f);
        StepOutcome total = StepOutcome.NOTHING;
        for (int block = 0; block < used; block++) {
            blocks[block].addTo(gradients);
            total = total.plus(outcomes[block]);
        }
        scatter(groups);
        clip();
        WeightDecay.add(settings.weightDecay(), model.parameters(), gradients);
        adam.update(model.parameters(), gradients, workers);
        parametersChanged();
        return total;
    }

    /** Of the loss alone: the decay is not to be clipped away. */
    private void clip() {
        double norm = settings.clip() > 0 ? gradients.norm() : 0;
        if (norm > settings.clip()) {
            gradients.scale((float) (settings.clip() / norm));
        }
    }

    private StepOutcome differentiate(HistoryConvolutionGradient gradient, int g, ExampleGroup group, float share) {
        model.fill(gradient.question(), group.query());
        gradient.beginQuestion();
        int firstCandidate = g * candidatesPerGroup;
        int count = group.candidates().length;
        double loss = 0;
        long right = 0;
        for (int c = 0; c < count; c++) {
            int row = model.itemRow(group.candidates()[c]);
            candidateRows[firstCandidate + c] = row;
            boolean positive = c == 0;
            double score = gradient.score(row);
            loss += LogLoss.of(score, positive);
            right += Accuracy.isRight(score, positive) ? 1 : 0;
            double probability = 1 / (1 + Math.exp(-score));
            gradient.pull(c, row, (float) ((probability - (positive ? 1 : 0)) * share));
        }
        keep(g, gradient, group.query(), count);
        return new StepOutcome(loss, right, count);
    }

    private void keep(int g, HistoryConvolutionGradient gradient, Query query, int candidates) {
        int[] history = query.history();
        int first = g * tokensPerGroup;
        tokenCounts[g] = 1 + history.length;
        candidateCounts[g] = candidates;
        tokenRows[first] = model.userRow(query.user());
        for (int i = 0; i < history.length; i++) {
            tokenRows[first + 1 + i] = model.itemRow(history[i]);
        }
        flatten(gradient.tokens, tokenCounts[g], tokenGradients, first);
        flatten(gradient.candidates, candidates, candidateGradients, g * candidatesPerGroup);
    }

    private void flatten(float[][] rows, int count, float[] into, int first) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows[i], 0, into, (first + i) * width, width);
        }
    }

    private void scatter(int groups) {
        float[] table = gradients.values(vitrine.network.HistoryConvolution.TABLE);
        for (int g = 0; g < groups; g++) {
            add(table, tokenRows, tokenGradients, g * tokensPerGroup, tokenCounts[g]);
            add(table, candidateRows, candidateGradients, g * candidatesPerGroup, candidateCounts[g]);
        }
    }

    private void add(float[] table, int[] rows, float[] from, int first, int count) {
        for (int i = first; i < first + count; i++) {
            int row = rows[i] * width;
            for (int k = 0; k < width; k++) {
                table[row + k] += from[i * width + k];
            }
        }
    }
}
