package vitrine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vitrine.network.kernel.BatchTable;
import vitrine.network.kernel.IdTable;
import vitrine.network.kernel.Input;
import vitrine.network.kernel.Kernel;
import vitrine.network.kernel.Noise;
import vitrine.network.kernel.RowSource;
import vitrine.network.kernel.TableGradient;
import vitrine.network.kernel.TensorGradient;

/** A network made ready to run: its buffers for a number of examples and one kernel a layer, wired. */
final class Kernels {
    private final Network network;
    private final Parameters parameters;
    private final boolean prepares;
    private final Map<String, BatchTable> tables = new LinkedHashMap<>();
    private final Map<String, IdTable> ids = new HashMap<>();
    private final Map<String, boolean[]> firstWriter = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private final Noise noise = new Noise();
    private final List<Kernel> kernels = new ArrayList<>();
    private final List<Runnable> preparations = new ArrayList<>();
    private final List<BatchTable> unread = new ArrayList<>();
    private final List<TensorGradient> tensors = new ArrayList<>();
    private final List<TableGradient> rows = new ArrayList<>();

    /**
     * @param outside layers whose derivatives are written from outside before a way back: by the loss, or the caller
     * @param toInputs whether derivatives are wanted everywhere, else only where a tensor depends on them, and {@link
     *     #preparations} are run before every pass
     */
    Kernels(Network network, Parameters parameters, int capacity, Set<String> outside, boolean toInputs) {
        this.network = network;
        this.parameters = parameters;
        this.prepares = !toInputs;
        for (Layer layer : network.layers()) {
            Network.Shape shape = network.shape(layer.name());
            tables.put(layer.name(), new BatchTable(layer.name(), shape.positions(), shape.width(), capacity));
            if (layer instanceof Layer.IdInput) {
                ids.put(layer.name(), new IdTable(layer.name(), shape.positions(), capacity));
            }
            boolean depends = isTrained(layer) || layer.from().stream().anyMatch(wanted::contains);
            if (toInputs || depends) {
                wanted.add(layer.name());
            }
        }
        orderWriters(outside);
        Map<String, List<RowSource>> sources = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            if (!layer.from().isEmpty()) {
                Kernel kernel = LayerKernels.of(layer, this);
                kernels.add(kernel);
                tensors.addAll(kernel.tensors());
                preparations.addAll(kernel.preparations());
                if (kernel instanceof RowSource source) {
                    sources.computeIfAbsent(LayerKernels.tableOf(layer), t -> new ArrayList<>())
                            .add(source);
                }
            }
        }
        sources.forEach((table, list) -> {
            int[] shape = parameters.tensor(table).shape();
            rows.add(new TableGradient(table, shape[0], shape[1], list, capacity));
        });
    }

    private boolean isTrained(Layer layer) {
        List<Network.Shape> in = layer.from().stream().map(network::shape).toList();
        return !LayerShapes.parameters(layer, in).isEmpty();
    }

    /** The last reader of a layer is the first to write its derivatives; what nobody reads is cleared by {@link #backward}. */
    private void orderWriters(Set<String> outside) {
        Set<String> written = new HashSet<>(outside);
        List<Layer> layers = network.layers();
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            if (!written.contains(layer.name())) {
                unread.add(table(layer.name()));
            }
            boolean[] first = new boolean[layer.from().size()];
            for (int k = 0; k < first.length; k++) {
                first[k] = written.add(layer.from().get(k));
            }
            firstWriter.put(layer.name(), first);
        }
    }

    BatchTable table(String layer) {
        return named(tables, layer);
    }

    IdTable ids(String layer) {
        return named(ids, layer);
    }

    private static <T> T named(Map<String, T> buffers, String layer) {
        T buffer = buffers.get(layer);
        if (buffer == null) {
            throw new IllegalArgumentException("there is no layer " + layer + " here; known: " + buffers.keySet());
        }
        return buffer;
    }

    /** What {@code reader} reads as its k-th input. */
    Input input(Layer reader, int k) {
        String from = reader.from().get(k);
        return new Input(table(from), named(firstWriter, reader.name())[k], wanted.contains(from));
    }

    List<Input> inputs(Layer reader) {
        List<Input> inputs = new ArrayList<>();
        for (int k = 0; k < reader.from().size(); k++) {
            inputs.add(input(reader, k));
        }
        return inputs;
    }

    float[] weights(String tensor) {
        return parameters.values(tensor);
    }

    boolean prepares() {
        return prepares;
    }

    /** Pieces of work before a pass, in any order, on any threads. */
    List<Runnable> preparations() {
        return preparations;
    }

    Noise noise() {
        return noise;
    }

    /** Number of the layer in the network, counted from 0. */
    long number(Layer layer) {
        return network.layers().indexOf(layer);
    }

    List<TensorGradient> tensors() {
        return tensors;
    }

    List<TableGradient> rows() {
        return rows;
    }

    void forward(int from, int to) {
        for (Kernel kernel : kernels) {
            kernel.forward(from, to);
        }
    }

    void prepareBackward() {
        for (Kernel kernel : kernels) {
            kernel.prepareBackward();
        }
    }

    void backward(int from, int to) {
        for (BatchTable table : unread) {
            table.clearGradients(from, to);
        }
        for (int i = kernels.size() - 1; i >= 0; i--) {
            kernels.get(i).backward(from, to);
        }
    }

    void scaleContribution(int example, float factor) {
        for (Kernel kernel : kernels) {
            kernel.scaleContribution(example, factor);
        }
    }
}
