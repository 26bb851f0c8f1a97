package vitrine.network.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
        this.inputTransposed = new float[weights.input().length];
        this.recurrentTransposed = new float[weights.recurrent().length];
        int width = x.table().width;
        this.tensors = List.of(
                new TensorGradient(
                        out.layer + ".input.weight",
                        width,
                        columns,
                        x.values(),
                        x.table().size,
                        inputSlopes,
                        steps * columns,
                        IntStream.range(0, steps)
                                .mapToObj(t -> new TensorGradient.Term(0, width, t * width, t * columns))
                                .toList()),
                TensorGradient.ofBias(out.layer + ".input.bias", columns, inputSlopes, steps),
                new TensorGradient(
                        out.layer + ".recurrent.weight",
                        units,
                        columns,
                        out.values,
                        out.size,
                        recurrentSlopes,
                        steps * columns,
                        IntStream.range(1, steps)
                                .mapToObj(t -> new TensorGradient.Term(0, units, (t - 1) * units, t * columns))
                                .toList()),
                TensorGradient.ofBias(out.layer + ".recurrent.bias", columns, recurrentSlopes, steps));
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
                step(e * steps + t, t == 0);
            }
        }
    }

    /** What the states after position {@code t - 1} send to the gates of position {@code t}. */
    private void recur(int from, int to, int t) {
        arithmetic.product(
                to - from,
                columns,
                units,
                out.values,
                (from * steps + t - 1) * units,
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

    private void step(int row, boolean first) {
        int r = row * columns;
        int z = r + units;
        int g = z + units;
        float move = mask.values()[row];
        for (int i = 0; i < units; i++) {
            float before = first ? 0f : out.values[(row - 1) * units + i];
            gates[r + i] = Squashes.sigmoid(gates[r + i] + recurrent[r + i]);
            gates[z + i] = Squashes.sigmoid(gates[z + i] + recurrent[z + i]);
            gates[g + i] = Squashes.tanh(gates[g + i] + gates[r + i] * recurrent[g + i]);
            float proposed = (1 - gates[z + i]) * gates[g + i] + gates[z + i] * before;
            out.values[row * units + i] = before + move * (proposed - before);
        }
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
        mask.open(from, to);
        for (int t = steps - 1; t >= 0; t--) {
            for (int e = from; e < to; e++) {
                stepBack(e, e * steps + t, t == 0);
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

    private void stepBack(int example, int row, boolean first) {
        int r = row * columns;
        int z = r + units;
        int g = z + units;
        float move = mask.values()[row];
        float toMask = 0;
        for (int i = 0; i < units; i++) {
            int at = row * units + i;
            int carry = example * units + i;
            float before = first ? 0f : out.values[at - units];
            float dState = out.gradients[at] + carried[carry];
            float proposed = (1 - gates[z + i]) * gates[g + i] + gates[z + i] * before;
            toMask += dState * (proposed - before);
            float dProposed = move * dState;
            float dg = dProposed * (1 - gates[z + i]) * (1 - gates[g + i] * gates[g + i]);
            float dz = dProposed * (before - gates[g + i]) * gates[z + i] * (1 - gates[z + i]);
            float dr = dg * recurrent[g + i] * gates[r + i] * (1 - gates[r + i]);
            inputSlopes[r + i] = dr;
            inputSlopes[z + i] = dz;
            inputSlopes[g + i] = dg;
            recurrentSlopes[r + i] = dr;
            recurrentSlopes[z + i] = dz;
            recurrentSlopes[g + i] = dg * gates[r + i];
            carried[carry] = (1 - move) * dState + dProposed * gates[z + i];
        }
        mask.gradients()[row] += toMask;
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
