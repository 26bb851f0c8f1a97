package vitrine.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vitrine.network.kernel.BatchTable;
import vitrine.network.kernel.ExampleNorms;
import vitrine.network.kernel.TableGradient;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * Training steps of any {@link Network}: forward, loss, backward, optimiser, over buffers that are allocated once. Fill
 * {@link #ids}, {@link #values} of the inputs and {@link #targets}, then {@link #step}.
 *
 * <p>Blocks of examples go forward and back on any thread; then each thread gathers and moves slices of the parameters,
 * every number summed over all examples in ascending order. So the same seed gives the same bytes for any number of
 * threads, and for any size of blocks. Not for use by several callers at once.
 */
public final class Training implements Inputs {
    /**
     * @param decay L2 pull towards 0, added to the gradient: {@code g += decay w}; of table rows only where the optimiser
     *     moves them
     * @param seed of dropout and sampling; together with the optimiser's step it decides every draw
     */
    public record Settings(double decay, Clipping clipping, long seed) {
        public Settings {
            if (!(decay >= 0) || Double.isInfinite(decay)) {
                throw new IllegalArgumentException("the decay must be at least 0, not " + decay);
            }
        }

        public static Settings plain(long seed) {
            return new Settings(0, new Clipping.None(), seed);
        }
    }

    private final Settings settings;
    private final Loss loss;
    private final Optimizer optimizer;
    private final Parameters gradients;
    private final Kernels kernels;
    private final Executor batch;
    private final Targets targets;
    private final Loss.Term term;
    private final List<BatchTable> pulled = new ArrayList<>();
    private final List<TableGradient> early;
    private final List<TableGradient> late;
    private final List<GradientSlice> slices;
    private final List<ExampleNorms> norms = new ArrayList<>();
    private final double[] losses;
    private final int capacity;

    /**
     * @param parameters changed by every step
     * @param capacity largest batch, in examples
     */
    public Training(
            Network network, Parameters parameters, Loss loss, Optimizer optimizer, Settings settings, int capacity) {
        if (settings.clipping() instanceof Clipping.PerExample && loss.group() > 1) {
            throw new IllegalArgumentException(
                    "examples that are compared with each other cannot be clipped one by one");
        }
        this.settings = settings;
        this.loss = loss;
        this.optimizer = optimizer;
        this.gradients = Parameters.zeros(network);
        this.capacity = capacity;
        Set<String> outside = new HashSet<>(loss.alsoReads());
        outside.add(network.output().name());
        this.kernels = new Kernels(network, parameters, capacity, outside, false);
        this.batch = new Executor(kernels, capacity);
        this.targets = loss.targets(network, capacity);
        this.term = loss.over(network, batch, targets);
        outside.stream().sorted().map(kernels::table).forEach(pulled::add);
        this.early =
                kernels.rows().stream().filter(TableGradient::isKnownFromIds).toList();
        this.late = kernels.rows().stream().filter(t -> !t.isKnownFromIds()).toList();
        this.slices = GradientSlice.of(
                kernels.tensors(),
                kernels.rows(),
                new GradientSlice.Wiring(parameters, gradients, optimizer, settings.decay()));
        this.losses = new double[capacity];
    }

    @Override
    public int[] ids(String input) {
        return batch.ids(input);
    }

    /** Of an input: to be filled, example-major; of any other layer: what the last step computed. */
    @Override
    public float[] values(String layer) {
        return batch.values(layer);
    }

    /** What the batch is measured against, to be filled. */
    public Targets targets() {
        return targets;
    }

    /**
     * Gradient of the last batch's mean loss, before clipping by global norm; after a step with the decay; live. All zero
     * after {@link #apply}.
     */
    public Parameters gradients() {
        return gradients;
    }

    /**
     * One step on the first {@code n} examples.
     *
     * @param n a multiple of the loss's group
     * @return the mean loss before the step
     */
    public double step(int n, Workers workers) {
        double mean = pass(n, workers);
        optimizer.beginStep();
        if (settings.clipping() instanceof Clipping.GlobalNorm clipping) {
            workers.forEach(slices.size(), (slice, worker) -> slices.get(slice).gather(n));
            double norm = gradientNorm();
            move(norm > clipping.longest() ? (float) (clipping.longest() / norm) : 1f, workers);
        } else {
            workers.forEach(slices.size(), (slice, worker) -> {
                slices.get(slice).gather(n);
                slices.get(slice).move(1f);
            });
        }
        return mean;
    }

    /** Computes {@link #gradients} and moves nothing; {@link #apply} follows, or not. */
    public double differentiate(int n, Workers workers) {
        double mean = pass(n, workers);
        workers.forEach(slices.size(), (slice, worker) -> slices.get(slice).gather(n));
        return mean;
    }

    /**
     * Moves the parameters against {@link #gradients} as they stand, to which the caller may have added: to any number with
     * an optimiser that moves untouched rows, else to those of touched rows only.
     */
    public void apply(Workers workers) {
        optimizer.beginStep();
        move(1f, workers);
        gradients.fill(0f);
    }

    private void move(float scale, Workers workers) {
        workers.forEach(slices.size(), (slice, worker) -> slices.get(slice).move(scale));
    }

    /** Forward, loss and backward; afterwards the slices can be gathered. */
    private double pass(int n, Workers workers) {
        int block = Math.max(1, Executor.BLOCK / loss.group()) * loss.group();
        if (n < 1 || n > capacity || n % loss.group() != 0) {
            throw new IllegalArgumentException(
                    "a batch has 1 to " + capacity + " examples, a multiple of " + loss.group() + ", not " + n);
        }
        kernels.noise().on(SeededRandom.draw(settings.seed(), optimizer.step()));
        kernels.prepareBackward();
        List<Runnable> preparations = kernels.preparations();
        workers.forEach(
                preparations.size(), (piece, worker) -> preparations.get(piece).run());
        float share = 1f / loss.terms(n);
        int blocks = (n + block - 1) / block;
        workers.forEach(early.size() + blocks, (piece, worker) -> {
            if (piece < early.size()) {
                link(early.get(piece), n);
            } else {
                int from = (piece - early.size()) * block;
                throughLayers(from, Math.min(n, from + block), share);
            }
        });
        workers.forEach(late.size(), (table, worker) -> link(late.get(table), n));
        if (settings.clipping() instanceof Clipping.PerExample clipping) {
            shorten(n, block, clipping.longest() * share, workers);
        }
        double sum = 0;
        for (int e = 0; e < n; e += loss.group()) {
            sum += losses[e];
        }
        return sum / loss.terms(n);
    }

    private void link(TableGradient table, int n) {
        table.clear(gradients.values(table.tensor()));
        table.link(n);
    }

    private void throughLayers(int from, int to, float share) {
        kernels.forward(from, to);
        for (BatchTable table : pulled) {
            table.clearGradients(from, to);
        }
        for (int e = from; e < to; e += loss.group()) {
            losses[e] = term.pull(e, share);
        }
        kernels.backward(from, to);
    }

    private void shorten(int n, int block, double longest, Workers workers) {
        while (norms.size() < workers.threads()) {
            norms.add(new ExampleNorms(kernels.tensors(), kernels.rows()));
        }
        workers.forEach((n + block - 1) / block, (piece, worker) -> {
            for (int e = piece * block; e < Math.min(n, (piece + 1) * block); e++) {
                double length = norms.get(worker).of(e);
                if (length > longest) {
                    kernels.scaleContribution(e, (float) (longest / length));
                }
            }
        });
    }

    /** Euclidean length of {@link #gradients}. */
    public double gradientNorm() {
        return gradients.norm();
    }
}
