package vitrine.network;

import java.util.List;

/**
 * One layer of a network, wired to others by name. A network is described once as a list of these; the float kernels,
 * the DL4J graph and the test oracle are three readings of the same list.
 *
 * <p>A layer's output for one example is a table of {@code positions x width}; plain vectors have one position.
 */
public sealed interface Layer {
    /** Unique within the network. */
    String name();

    /** Names of the layers whose output this one reads, in order. */
    List<String> from();

    /** Integer ids from outside, one a position. */
    record IdInput(String name, int positions) implements Layer {
        @Override
        public List<String> from() {
            return List.of();
        }
    }

    /** Numbers from outside. */
    record ValueInput(String name, int positions, int width) implements Layer {
        @Override
        public List<String> from() {
            return List.of();
        }
    }

    /** Row lookup: each id of {@code ids} becomes row {@code id} of the table. Layers may share a table by its name. */
    record Embedding(String name, String ids, String table, int rows, int width) implements Layer {
        @Override
        public List<String> from() {
            return List.of(ids);
        }
    }

    /** One position copied to {@code positions} positions. */
    record Repeat(String name, String vector, int positions) implements Layer {
        @Override
        public List<String> from() {
            return List.of(vector);
        }
    }

    /** Element-wise product of two tables of one shape. */
    record Product(String name, String left, String right) implements Layer {
        @Override
        public List<String> from() {
            return List.of(left, right);
        }
    }

    /** Tables of equal positions side by side. */
    record Concatenate(String name, List<String> from) implements Layer {
        public Concatenate {
            from = List.copyOf(from);
        }
    }

    /** Each position multiplied by its weight: weight 0 empties the slot. */
    record Scale(String name, String table, String weights) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table, weights);
        }
    }

    /**
     * Convolution along positions, zero padded so that the output has as many positions as the input: {@code
     * y[p,f] = act(b[f] + sum over o, c of x[p + o - kernel/2, c] W[o, c, f])}, kernel odd.
     */
    record Conv1D(String name, String table, int filters, int kernel, Activation activation) implements Layer {
        public Conv1D {
            if (kernel % 2 == 0) {
                throw new IllegalArgumentException("layer " + name + ": the kernel must be odd, not " + kernel);
            }
        }

        @Override
        public List<String> from() {
            return List.of(table);
        }
    }

    /** {@code sum over p of weight[p] x[p] / slots}: the mean over the original slots, where emptied ones count too. */
    record WeightedMean(String name, String table, String weights, String slots) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table, weights, slots);
        }
    }

    /** {@code act(W' x + b)} over the whole table, flattened. */
    record Dense(String name, String vector, int units, Activation activation) implements Layer {
        @Override
        public List<String> from() {
            return List.of(vector);
        }
    }
}
