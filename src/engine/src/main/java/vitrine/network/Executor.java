package vitrine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs any {@link Network} forward and backward in float32, example by example, one loop nest a layer: the plain engine
 * for small networks, odd ones and look-inside calls. Models with heavy traffic bring their own fused kernel, which is
 * tested against this one.
 *
 * <p>Use: fill {@link #ids} and {@link #values} of the inputs, {@link #forward}; then, to differentiate, fill {@link
 * #gradients} of the output and call {@link #backward}: afterwards every layer's {@code gradients} hold the derivative
 * with respect to its output. Buffers are allocated once. Not thread-safe.
 */
public final class Executor {
    private final Network network;
    private final Parameters parameters;
    private final Map<String, float[]> values = new HashMap<>();
    private final Map<String, float[]> gradients = new HashMap<>();
    private final Map<String, int[]> ids = new HashMap<>();

    /** @param capacity largest number of examples of one call */
    public Executor(Network network, Parameters parameters, int capacity) {
        this.network = network;
        this.parameters = parameters;
        for (Layer layer : network.layers()) {
            int size = network.shape(layer.name()).size() * capacity;
            values.put(layer.name(), new float[size]);
            gradients.put(layer.name(), new float[size]);
            if (layer instanceof Layer.IdInput) {
                ids.put(layer.name(), new int[size]);
            }
        }
    }

    /** Ids of an {@link Layer.IdInput}, to be filled: example-major. */
    public int[] ids(String input) {
        return of(ids, input);
    }

    /** Output of a layer, example-major; of an input: to be filled. */
    public float[] values(String layer) {
        return of(values, layer);
    }

    /** Derivative with respect to a layer's output; of the output layer: to be filled before {@link #backward}. */
    public float[] gradients(String layer) {
        return of(gradients, layer);
    }

    private static <T> T of(Map<String, T> buffers, String layer) {
        T buffer = buffers.get(layer);
        if (buffer == null) {
            throw new IllegalArgumentException("there is no layer " + layer + " here; known: " + buffers.keySet());
        }
        return buffer;
    }

    /** Computes every layer for the first {@code n} examples. */
    public void forward(int n) {
        for (Layer layer : network.layers()) {
            for (int example = 0; example < n; example++) {
                forward(layer, example);
            }
        }
    }

    /** Adds the parameters' derivatives to {@code into} and leaves each layer's in {@link #gradients}. */
    public void backward(int n, Parameters into) {
        List<Layer> layers = network.layers();
        for (int i = layers.size() - 2; i >= 0; i--) {
            float[] gradient = gradients(layers.get(i).name());
            java.util.Arrays.fill(
                    gradient, 0, n * network.shape(layers.get(i).name()).size(), 0f);
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            for (int example = 0; example < n; example++) {
                backward(layers.get(i), example, into);
            }
        }
    }

    private void forward(Layer layer, int example) {
        View y = view(layer.name(), example);
        if (layer instanceof Layer.Embedding l) {
            float[] table = parameters.values(l.table());
            int[] rows = ids(l.ids());
            for (int p = 0; p < y.shape.positions(); p++) {
                int row = rows[example * y.shape.positions() + p];
                System.arraycopy(table, row * l.width(), y.values, y.at(p), l.width());
            }
        } else if (layer instanceof Layer.Repeat l) {
            View x = view(l.vector(), example);
            for (int p = 0; p < y.shape.positions(); p++) {
                System.arraycopy(x.values, x.start, y.values, y.at(p), y.shape.width());
            }
        } else if (layer instanceof Layer.Product l) {
            View a = view(l.left(), example);
            View b = view(l.right(), example);
            for (int i = 0; i < y.shape.size(); i++) {
                y.values[y.start + i] = a.values[a.start + i] * b.values[b.start + i];
            }
        } else if (layer instanceof Layer.Concatenate l) {
            int offset = 0;
            for (String from : l.from()) {
                View x = view(from, example);
                for (int p = 0; p < y.shape.positions(); p++) {
                    System.arraycopy(x.values, x.at(p), y.values, y.at(p) + offset, x.shape.width());
                }
                offset += x.shape.width();
            }
        } else if (layer instanceof Layer.Scale l) {
            View x = view(l.table(), example);
            View w = view(l.weights(), example);
            for (int p = 0; p < y.shape.positions(); p++) {
                for (int c = 0; c < y.shape.width(); c++) {
                    y.values[y.at(p) + c] = x.values[x.at(p) + c] * w.values[w.start + p];
                }
            }
        } else if (layer instanceof Layer.Conv1D l) {
            convolve(l, view(l.table(), example), y);
        } else if (layer instanceof Layer.WeightedMean l) {
            View x = view(l.table(), example);
            View w = view(l.weights(), example);
            float share = 1f / view(l.slots(), example).first();
            java.util.Arrays.fill(y.values, y.start, y.start + y.shape.width(), 0f);
            for (int p = 0; p < x.shape.positions(); p++) {
                for (int c = 0; c < y.shape.width(); c++) {
                    y.values[y.start + c] += x.values[x.at(p) + c] * w.values[w.start + p] * share;
                }
            }
        } else if (layer instanceof Layer.Dense l) {
            View x = view(l.vector(), example);
            float[] weight = parameters.values(l.name() + ".weight");
            float[] bias = parameters.values(l.name() + ".bias");
            System.arraycopy(bias, 0, y.values, y.start, l.units());
            for (int i = 0; i < x.shape.size(); i++) {
                Vectors.axpy(x.values[x.start + i], weight, i * l.units(), y.values, y.start, l.units());
            }
            activate(l.activation(), y);
        }
    }

    private void convolve(Layer.Conv1D l, View x, View y) {
        float[] weight = parameters.values(l.name() + ".weight");
        float[] bias = parameters.values(l.name() + ".bias");
        int width = x.shape.width();
        for (int p = 0; p < y.shape.positions(); p++) {
            System.arraycopy(bias, 0, y.values, y.at(p), l.filters());
            for (int o = 0; o < l.kernel(); o++) {
                int q = p + o - l.kernel() / 2;
                if (q < 0 || q >= x.shape.positions()) {
                    continue;
                }
                for (int c = 0; c < width; c++) {
                    Vectors.axpy(
                            x.values[x.at(q) + c],
                            weight,
                            (o * width + c) * l.filters(),
                            y.values,
                            y.at(p),
                            l.filters());
                }
            }
        }
        activate(l.activation(), y);
    }

    private void backward(Layer layer, int example, Parameters into) {
        View y = view(layer.name(), example);
        float[] dy = gradients(layer.name());
        if (layer instanceof Layer.Embedding l) {
            float[] table = into.values(l.table());
            int[] rows = ids(l.ids());
            for (int p = 0; p < y.shape.positions(); p++) {
                int row = rows[example * y.shape.positions() + p];
                Vectors.axpy(1f, dy, y.at(p), table, row * l.width(), l.width());
            }
        } else if (layer instanceof Layer.Repeat l) {
            View x = view(l.vector(), example);
            for (int p = 0; p < y.shape.positions(); p++) {
                Vectors.axpy(1f, dy, y.at(p), gradients(l.vector()), x.start, y.shape.width());
            }
        } else if (layer instanceof Layer.Product l) {
            View a = view(l.left(), example);
            View b = view(l.right(), example);
            float[] da = gradients(l.left());
            float[] db = gradients(l.right());
            for (int i = 0; i < y.shape.size(); i++) {
                da[a.start + i] += dy[y.start + i] * b.values[b.start + i];
                db[b.start + i] += dy[y.start + i] * a.values[a.start + i];
            }
        } else if (layer instanceof Layer.Concatenate l) {
            int offset = 0;
            for (String from : l.from()) {
                View x = view(from, example);
                for (int p = 0; p < y.shape.positions(); p++) {
                    Vectors.axpy(1f, dy, y.at(p) + offset, gradients(from), x.at(p), x.shape.width());
                }
                offset += x.shape.width();
            }
        } else if (layer instanceof Layer.Scale l) {
            scaleBackward(l.table(), l.weights(), y, dy, 1f, example);
        } else if (layer instanceof Layer.Conv1D l) {
            convolveBackward(l, view(l.table(), example), y, into);
        } else if (layer instanceof Layer.WeightedMean l) {
            scaleBackward(
                    l.table(), l.weights(), y, dy, 1f / view(l.slots(), example).first(), example);
        } else if (layer instanceof Layer.Dense l) {
            View x = view(l.vector(), example);
            float[] weight = parameters.values(l.name() + ".weight");
            float[] dWeight = into.values(l.name() + ".weight");
            float[] dBias = into.values(l.name() + ".bias");
            float[] dx = gradients(l.vector());
            float[] dz = deactivate(l.activation(), y, y.start, l.units(), dy);
            Vectors.axpy(1f, dz, 0, dBias, 0, l.units());
            for (int i = 0; i < x.shape.size(); i++) {
                Vectors.axpy(x.values[x.start + i], dz, 0, dWeight, i * l.units(), l.units());
                dx[x.start + i] += Vectors.dot(weight, i * l.units(), dz, 0, l.units());
            }
        }
    }

    /** Backward of "each position times its weight", for {@code Scale} (one output row a position) and the mean (one). */
    private void scaleBackward(String table, String weights, View y, float[] dy, float share, int example) {
        View x = view(table, example);
        View w = view(weights, example);
        float[] dx = gradients(table);
        float[] dw = gradients(weights);
        for (int p = 0; p < x.shape.positions(); p++) {
            int row = y.shape.positions() == 1 ? y.start : y.at(p);
            for (int c = 0; c < x.shape.width(); c++) {
                dx[x.at(p) + c] += dy[row + c] * w.values[w.start + p] * share;
                dw[w.start + p] += dy[row + c] * x.values[x.at(p) + c] * share;
            }
        }
    }

    private void convolveBackward(Layer.Conv1D l, View x, View y, Parameters into) {
        float[] weight = parameters.values(l.name() + ".weight");
        float[] dWeight = into.values(l.name() + ".weight");
        float[] dBias = into.values(l.name() + ".bias");
        float[] dx = gradients(l.table());
        int width = x.shape.width();
        for (int p = 0; p < y.shape.positions(); p++) {
            float[] dz = deactivate(l.activation(), y, y.at(p), l.filters(), gradients(l.name()));
            Vectors.axpy(1f, dz, 0, dBias, 0, l.filters());
            for (int o = 0; o < l.kernel(); o++) {
                int q = p + o - l.kernel() / 2;
                if (q < 0 || q >= x.shape.positions()) {
                    continue;
                }
                for (int c = 0; c < width; c++) {
                    int row = (o * width + c) * l.filters();
                    Vectors.axpy(x.values[x.at(q) + c], dz, 0, dWeight, row, l.filters());
                    dx[x.at(q) + c] += Vectors.dot(weight, row, dz, 0, l.filters());
                }
            }
        }
    }

    private static void activate(Activation activation, View y) {
        for (int i = y.start; i < y.start + y.shape.size(); i++) {
            y.values[i] = activation.apply(y.values[i]);
        }
    }

    private static float[] deactivate(Activation activation, View y, int from, int length, float[] dy) {
        float[] dz = new float[length];
        for (int i = 0; i < length; i++) {
            dz[i] = dy[from + i] * activation.derivativeFromOutput(y.values[from + i]);
        }
        return dz;
    }

    private View view(String layer, int example) {
        Network.Shape shape = network.shape(layer);
        return new View(values(layer), example * shape.size(), shape);
    }

    /** One example's rows in a layer's buffer. */
    private record View(float[] values, int start, Network.Shape shape) {
        int at(int position) {
            return start + position * shape.width();
        }

        float first() {
            return values[start];
        }
    }
}
