package vitrine.network;

import java.util.Arrays;
import java.util.List;

/**
 * One unit of a network's output as a function of the network's only input, run by {@link Executor}: attribution
 * algorithms and the small exact cases of the literature then run on the same code as the models. Float32 inside. Not
 * thread-safe.
 */
public final class NetworkFunction implements DifferentiableFunction {
    private final Executor executor;
    private final float[] input;
    private final float[] inputGradient;
    private final float[] output;
    private final float[] outputGradient;
    private final int unit;

    /** @param unit which number of the output, counted from 0 */
    public NetworkFunction(Network network, Parameters parameters, int unit) {
        List<Layer> inputs =
                network.layers().stream().filter(l -> l.from().isEmpty()).toList();
        if (inputs.size() != 1 || !(inputs.get(0) instanceof Layer.ValueInput only)) {
            throw new IllegalArgumentException("the network must have one input of numbers, not "
                    + inputs.stream().map(Layer::name).toList());
        }
        this.executor = new Executor(network, parameters, 1);
        this.input = executor.values(only.name());
        this.inputGradient = executor.gradients(only.name());
        this.output = executor.values(network.output().name());
        this.outputGradient = executor.gradients(network.output().name());
        if (unit < 0 || unit >= output.length) {
            throw new IllegalArgumentException("the output has " + output.length + " units, there is no " + unit);
        }
        this.unit = unit;
    }

    @Override
    public int dimension() {
        return input.length;
    }

    @Override
    public double value(double[] x) {
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) x[i];
        }
        executor.forward(1);
        return output[unit];
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        double value = value(x);
        Arrays.fill(outputGradient, 0f);
        outputGradient[unit] = 1f;
        executor.backward(1);
        for (int i = 0; i < inputGradient.length; i++) {
            gradient[i] = inputGradient[i];
        }
        return value;
    }
}
