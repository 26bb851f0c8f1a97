package vitrine.network.kernel;

import java.util.List;

/** Element-wise sum, in the order of the inputs. */
public final class SumKernel implements Kernel {
    private final List<Input> inputs;
    private final BatchTable out;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    public SumKernel(List<Input> inputs, BatchTable out) {
        this.inputs = List.copyOf(inputs);
        this.out = out;
    }

    @Override
    public void forward(int from, int to) {
        int first = from * out.size;
        int count = (to - from) * out.size;
        System.arraycopy(inputs.get(0).values(), first, out.values, first, count);
        for (int i = 1; i < inputs.size(); i++) {
            arithmetic.addScaled(1f, inputs.get(i).values(), first, out.values, first, count);
        }
    }

    @Override
    public void backward(int from, int to) {
        int first = from * out.size;
        for (Input x : inputs) {
            if (x.wanted()) {
                x.open(from, to);
                arithmetic.addScaled(1f, out.gradients, first, x.gradients(), first, (to - from) * out.size);
            }
        }
    }
}
