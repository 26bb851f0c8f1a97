package vitrine.network.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * Gated recurrent unit with a mask that says how far each position moves the state. Columns of the gates: reset r, update
 * z, candidate g. All examples of a stretch take a step together.
 */
public final class GruKernel implements Kernel {
    /** Weights by input (or state), then column; biases by column. */
    public record Weights(float[] input, float[] inputBias, float[] recurrent, float[] recurrentBias) {}

    private final Input x;
    private final Input mask;
    private final Weights weights;
    private final BatchTable out;
    private final int units;
    private final int columns;
    private final int steps;
    /** r, z, g of each example and position. */
    private final float[] gates;
    /** What the last state sent to each gate: {@code h U + c}. */
    private final float[] recurrent;

    private final float[] inputSlopes;
    private final float[] recurrentSlopes;
    /** Derivative with respect to the state before the position at hand. */
    private final float[] carried;

    /** State before each position: 0 before the first. */
    private final float[] before;

    private final GatedStep step;
    private final float[] inputTransposed;
    private final float[] recurrentTransposed;
    private final List<TensorGradient> tensors;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public GruKernel(Input x, Input mask, Weights weights, BatchTable out) {
        this.x = x;
        this.mask = mask;
        this.weights = weights;
        this.out = out;
        this.units = out.width;
        this.columns = 3 * units;
        this.steps = out.positions;
        int rows = out.values.length / units;
        this.gates = new float[rows * columns];
        this.recurrent = new float[rows * columns];
        this.inputSlopes = new float[rows * columns];
        this.recurrentSlopes = new float[rows * columns];
        this.carried = new float[rows / steps * units];
        this.before = new float[rows * units];
        this.step = arithmetic.gatedStep(new GatedStep.Buffers(
                units, gates, recurrent, before, out.values, out.gradients, carried, inputSlopes, recurrentSlopes));
        this.inputTransposed = new float[weights.input().length];
        this.recurrentTransposed = new float[weights.recurrent().length];
        int width = x.table().width;
        List<TensorGradient.Term> ofInput = List.of(new TensorGradient.Term(0, width, 0, 0));
        List<TensorGradient.Term> ofState = List.of(new TensorGradient.Term(0, units, 0, 0));
        String name = out.layer;
        this.tensors = List.of(
                new TensorGradient(
                        name + ".input.weight",
                        width,
                        columns,
                        x.values(),
                        width,
                        inputSlopes,
                        columns,
                        ofInput,
                        steps,
                        null),
                TensorGradient.ofBias(name + ".input.bias", columns, inputSlopes, steps),
                new TensorGradient(
                        name + ".recurrent.weight",
                        units,
                        columns,
                        before,
                        units,
                        recurrentSlopes,
                        columns,
                        ofState,
                        steps,
                        null),
                TensorGradient.ofBias(name + ".recurrent.bias", columns, recurrentSlopes, steps));
    }

    @Override
    public void forward(int from, int to) {
        int width = x.table().width;
        arithmetic.copyRows(
                to - from, columns, weights.recurrentBias(), 0, 0, recurrent, from * steps * columns, steps * columns);
        arithmetic.product(
                (to - from) * steps,
                columns,
                width,
                x.values(),
                from * steps * width,
                width,
                1,
                weights.input(),
                0,
                columns,
                weights.inputBias(),
                0,
                0,
                gates,
                from * steps * columns,
                columns);
        for (int t = 0; t < steps; t++) {
            if (t > 0) {
                recur(from, to, t);
            }
            for (int e = from; e < to; e++) {
                step.forward(e * steps + t, mask.values()[e * steps + t]);
            }
        }
    }

    /** What the states after position {@code t - 1} send to the gates of position {@code t}. */
    private void recur(int from, int to, int t) {
        int at = (from * steps + t) * units;
        arithmetic.copyRows(to - from, units, out.values, at - units, steps * units, before, at, steps * units);
        arithmetic.product(
                to - from,
                columns,
                units,
                before,
                at,
                steps * units,
                1,
                weights.recurrent(),
                0,
                columns,
                weights.recurrentBias(),
                0,
                0,
                recurrent,
                (from * steps + t) * columns,
                steps * columns);
    }

    @Override
    public void prepareBackward() {
        Transpose.of(weights.input(), x.table().width, columns, inputTransposed);
        Transpose.of(weights.recurrent(), units, columns, recurrentTransposed);
    }

    @Override
    public void backward(int from, int to) {
        Arrays.fill(carried, from * units, to * units, 0f);
        if (x.wanted()) {
            x.open(from, to);
        }
        if (mask.wanted()) {
            mask.open(from, to);
        }
        for (int t = steps - 1; t >= 0; t--) {
            for (int e = from; e < to; e++) {
                int row = e * steps + t;
                if (mask.wanted()) {
                    mask.gradients()[row] += toMask(e, row);
                }
                step.back(row, e, mask.values()[row]);
            }
            if (t > 0) {
                recurBack(from, to, t);
            }
        }
        if (x.wanted()) {
            int width = x.table().width;
            arithmetic.addProduct(
                    (to - from) * steps,
                    width,
                    columns,
                    inputSlopes,
                    from * steps * columns,
                    columns,
                    1,
                    inputTransposed,
                    0,
                    width,
                    x.gradients(),
                    from * steps * width,
                    width);
        }
    }

    /** The mask moves the state from where it was towards what the candidate and the update gate propose. */
    private float toMask(int example, int row) {
        float sum = 0;
        for (int i = 0; i < units; i++) {
            int at = row * units + i;
            float kept = 1 - gates[row * columns + units + i];
            float change = kept * (gates[row * columns + 2 * units + i] - before[at]);
            sum += (out.gradients[at] + carried[example * units + i]) * change;
        }
        return sum;
    }

    private void recurBack(int from, int to, int t) {
        arithmetic.addProduct(
                to - from,
                units,
                columns,
                recurrentSlopes,
                (from * steps + t) * columns,
                steps * columns,
                1,
                recurrentTransposed,
                0,
                units,
                carried,
                from * units,
                units);
    }

    @Override
    public List<TensorGradient> tensors() {
        return tensors;
    }

    @Override
    public void scaleContribution(int example, float factor) {
        int count = steps * columns;
        BatchTable.scale(inputSlopes, example * count, count, factor);
        BatchTable.scale(recurrentSlopes, example * count, count, factor);
    }
}
