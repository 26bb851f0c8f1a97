package vitrine.network;

import java.util.HashMap;
import java.util.Map;

/**
 * The oracle: reads the layer records in double precision, one example, the way the formulas are written, with no regard
 * for speed. Derivatives by central differences.
 */
public final class NaiveInterpreter {
    private final Network network;
    private final Map<String, double[]> parameters = new HashMap<>();
    private final Map<String, int[]> ids = new HashMap<>();
    private final Map<String, double[]> inputs = new HashMap<>();

    public NaiveInterpreter(Network network, Parameters source) {
        this.network = network;
        source.tensors().forEach((name, t) -> parameters.put(name, widen(t.values())));
    }

    public static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    public void ids(String name, int... values) {
        ids.put(name, values);
    }

    public void input(String name, double... values) {
        inputs.put(name, values);
    }

    public double[] parameter(String name) {
        return parameters.get(name);
    }

    public double[] input(String name) {
        return inputs.get(name);
    }

    /** d output[0] / d variable[index], where {@code variable} is a live parameter or input array. */
    public double derivative(double[] variable, int index) {
        double h = 1e-6;
        double kept = variable[index];
        variable[index] = kept + h;
        double up = run().get(network.output().name())[0];
        variable[index] = kept - h;
        double down = run().get(network.output().name())[0];
        variable[index] = kept;
        return (up - down) / (2 * h);
    }

    public Map<String, double[]> run() {
        Map<String, double[]> out = new HashMap<>();
        for (Layer layer : network.layers()) {
            out.put(layer.name(), compute(layer, out));
        }
        return out;
    }

    private double[] compute(Layer layer, Map<String, double[]> out) {
        Network.Shape shape = network.shape(layer.name());
        double[] y = new double[shape.size()];
        int width = shape.width();
        for (int p = 0; p < shape.positions(); p++) {
            for (int c = 0; c < width; c++) {
                y[p * width + c] = at(layer, out, p, c, shape);
            }
        }
        return y;
    }

    private double at(Layer layer, Map<String, double[]> out, int p, int c, Network.Shape shape) {
        if (layer instanceof Layer.IdInput l) {
            return ids.get(l.name())[p];
        } else if (layer instanceof Layer.ValueInput l) {
            return inputs.get(l.name())[p * shape.width() + c];
        } else if (layer instanceof Layer.Embedding l) {
            return parameters.get(l.table())[ids.get(l.ids())[p] * l.width() + c];
        } else if (layer instanceof Layer.Repeat l) {
            return out.get(l.vector())[c];
        } else if (layer instanceof Layer.Product l) {
            return out.get(l.left())[p * shape.width() + c] * out.get(l.right())[p * shape.width() + c];
        } else if (layer instanceof Layer.Concatenate l) {
            int left = c;
            for (String from : l.from()) {
                int width = network.shape(from).width();
                if (left < width) {
                    return out.get(from)[p * width + left];
                }
                left -= width;
            }
            throw new IllegalStateException();
        } else if (layer instanceof Layer.Scale l) {
            return out.get(l.table())[p * shape.width() + c] * out.get(l.weights())[p];
        } else if (layer instanceof Layer.Conv1D l) {
            Network.Shape in = network.shape(l.table());
            double z = parameters.get(l.name() + ".bias")[c];
            for (int o = 0; o < l.kernel(); o++) {
                int q = p + o - l.kernel() / 2;
                for (int k = 0; q >= 0 && q < in.positions() && k < in.width(); k++) {
                    z += out.get(l.table())[q * in.width() + k]
                            * parameters.get(l.name() + ".weight")[(o * in.width() + k) * l.filters() + c];
                }
            }
            return squash(l.activation(), z);
        } else if (layer instanceof Layer.WeightedMean l) {
            double sum = 0;
            Network.Shape in = network.shape(l.table());
            for (int q = 0; q < in.positions(); q++) {
                sum += out.get(l.table())[q * in.width() + c] * out.get(l.weights())[q];
            }
            return sum / out.get(l.slots())[0];
        } else if (layer instanceof Layer.Dense l) {
            double z = parameters.get(l.name() + ".bias")[c];
            double[] x = out.get(l.vector());
            for (int i = 0; i < x.length; i++) {
                z += x[i] * parameters.get(l.name() + ".weight")[i * l.units() + c];
            }
            return squash(l.activation(), z);
        }
        throw new IllegalStateException();
    }

    private static double squash(Activation activation, double z) {
        return switch (activation) {
            case IDENTITY -> z;
            case RELU -> Math.max(z, 0);
            case SIGMOID -> 1 / (1 + Math.exp(-z));
        };
    }
}
