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
        return run("", 0, 0);
    }

    /** The same with number {@code index} of a layer's output moved by {@code by} on its way to the readers. */
    public Map<String, double[]> run(String layer, int index, double by) {
        Map<String, double[]> out = new HashMap<>();
        for (Layer each : network.layers()) {
            double[] y = compute(each, out);
            if (each.name().equals(layer)) {
                y[index] += by;
            }
            out.put(each.name(), y);
        }
        return out;
    }

    private double[] compute(Layer layer, Map<String, double[]> out) {
        if (layer instanceof Layer.Gru l) {
            return states(l, out);
        }
        Network.Shape shape = network.shape(layer.name());
        double[] y = new double[shape.size()];
        int width = shape.width();
        for (int p = 0; p < shape.positions(); p++) {
            for (int c = 0; c < width; c++) {
                y[p * width + c] = at(layer, out, p, c, shape);
            }
        }
        squash(activation(layer), y, width);
        return y;
    }

    private double at(Layer layer, Map<String, double[]> out, int p, int c, Network.Shape shape) {
        if (layer instanceof Layer.IdInput l) {
            return ids.get(l.name())[p];
        } else if (layer instanceof Layer.ValueInput l) {
            return inputs.get(l.name())[p * shape.width() + c];
        } else if (layer instanceof Layer.Embedding l) {
            return parameters.get(l.table())[ids.get(l.ids())[p] * l.width() + c];
        } else if (layer instanceof Layer.CandidateLogits l) {
            return logit(l, out, p);
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
            return z;
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
            return z;
        }
        return pooled(layer, out, p, c, shape);
    }

    private double logit(Layer.CandidateLogits l, Map<String, double[]> out, int p) {
        Network.Shape in = network.shape(l.vectors());
        int vector = p * in.positions() / ids.get(l.ids()).length;
        double sum = 0;
        for (int k = 0; k < in.width(); k++) {
            sum += out.get(l.vectors())[vector * in.width() + k]
                    * parameters.get(l.table())[ids.get(l.ids())[p] * in.width() + k];
        }
        return sum;
    }

    private double pooled(Layer layer, Map<String, double[]> out, int p, int c, Network.Shape shape) {
        if (layer instanceof Layer.EmbeddingBag l) {
            double[] weights = out.get(l.weights());
            double sum = 0;
            double total = 0;
            for (int q = 0; q < weights.length; q++) {
                sum += weights[q] * parameters.get(l.table())[ids.get(l.ids())[q] * l.width() + c];
                total += weights[q];
            }
            return l.pooling() == Layer.EmbeddingBag.Pooling.SUM ? sum : total == 0 ? 0 : sum / total;
        } else if (layer instanceof Layer.GlobalAverage l) {
            double[] mask = out.get(l.mask());
            double sum = 0;
            double total = 0;
            for (int q = 0; q < mask.length; q++) {
                sum += mask[q] * out.get(l.table())[q * shape.width() + c];
                total += mask[q];
            }
            return total == 0 ? 0 : sum / total;
        } else if (layer instanceof Layer.GlobalMax l) {
            double[] x = out.get(l.table());
            return java.util.stream.IntStream.range(0, out.get(l.mask()).length)
                    .filter(q -> out.get(l.mask())[q] > 0)
                    .mapToDouble(q -> x[q * shape.width() + c])
                    .max()
                    .orElse(0);
        } else if (layer instanceof Layer.Position l) {
            return out.get(l.table())[l.position() * shape.width() + c];
        } else if (layer instanceof Layer.Sum l) {
            return l.from().stream()
                    .mapToDouble(from -> out.get(from)[p * shape.width() + c])
                    .sum();
        } else if (layer instanceof Layer.Bias l) {
            return out.get(l.table())[p * shape.width() + c] + parameters.get(l.name() + ".bias")[c];
        } else if (layer instanceof Layer.Activate l) {
            return out.get(l.table())[p * shape.width() + c];
        } else if (layer instanceof Layer.Dropout l) {
            return out.get(l.table())[p * shape.width() + c];
        } else if (layer instanceof Layer.L2Normalise l) {
            double[] x = out.get(l.table());
            double squares = java.util.Arrays.stream(x).map(v -> v * v).sum();
            return x[p * shape.width() + c] / Math.max(Math.sqrt(squares), 1e-12);
        } else if (layer instanceof Layer.GaussianSample l) {
            return out.get(l.mean())[p * shape.width() + c];
        }
        throw new IllegalStateException();
    }

    /** States of a GRU after each position. */
    private double[] states(Layer.Gru l, Map<String, double[]> out) {
        int units = l.units();
        double[] masks = out.get(l.mask());
        double[] states = new double[masks.length * units];
        double[] before = new double[units];
        for (int p = 0; p < masks.length; p++) {
            double[] after = new double[units];
            for (int i = 0; i < units; i++) {
                double r = sigmoid(input(l, out, p, i) + recurrent(l, before, i));
                double z = sigmoid(input(l, out, p, units + i) + recurrent(l, before, units + i));
                double g = Math.tanh(input(l, out, p, 2 * units + i) + r * recurrent(l, before, 2 * units + i));
                after[i] = (1 - masks[p]) * before[i] + masks[p] * ((1 - z) * g + z * before[i]);
            }
            System.arraycopy(after, 0, states, p * units, units);
            before = after;
        }
        return states;
    }

    private double input(Layer.Gru l, Map<String, double[]> out, int p, int column) {
        int width = network.shape(l.table()).width();
        double sum = parameters.get(l.name() + ".input.bias")[column];
        for (int k = 0; k < width; k++) {
            sum += out.get(l.table())[p * width + k]
                    * parameters.get(l.name() + ".input.weight")[k * 3 * l.units() + column];
        }
        return sum;
    }

    private double recurrent(Layer.Gru l, double[] state, int column) {
        double sum = parameters.get(l.name() + ".recurrent.bias")[column];
        for (int k = 0; k < l.units(); k++) {
            sum += state[k] * parameters.get(l.name() + ".recurrent.weight")[k * 3 * l.units() + column];
        }
        return sum;
    }

    private static Activation activation(Layer layer) {
        if (layer instanceof Layer.Dense l) {
            return l.activation();
        } else if (layer instanceof Layer.Conv1D l) {
            return l.activation();
        } else if (layer instanceof Layer.Activate l) {
            return l.activation();
        }
        return Activation.IDENTITY;
    }

    private static void squash(Activation activation, double[] y, int width) {
        for (int i = 0; i < y.length; i++) {
            y[i] = switch (activation) {
                case IDENTITY -> y[i];
                case RELU -> Math.max(y[i], 0);
                case SIGMOID -> sigmoid(y[i]);
                case TANH -> Math.tanh(y[i]);
                case SOFTMAX -> Math.exp(y[i]);
            };
        }
        for (int row = 0; row < y.length && activation == Activation.SOFTMAX; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                sum += y[i];
            }
            for (int i = row; i < row + width; i++) {
                y[i] /= sum;
            }
        }
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
