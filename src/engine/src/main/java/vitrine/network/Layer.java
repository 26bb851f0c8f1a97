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
            if (kernel < 1 || kernel % 2 == 0) {
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

    /**
     * Weighted sum or mean of table rows, {@code sum over p of weight[p] row[id[p]]}: a sparse vector times a matrix, never
     * expanded. Slots of weight 0 are not looked up. Layers may share a table by its name.
     *
     * @param weights one number an id
     */
    record EmbeddingBag(String name, String ids, String weights, String table, int rows, int width, Pooling pooling)
            implements Layer {
        /** What the weighted sum is divided by. */
        public enum Pooling {
            /** Nothing. */
            SUM,
            /** The sum of the weights; an empty bag gives 0. */
            MEAN
        }

        @Override
        public List<String> from() {
            return List.of(ids, weights);
        }
    }

    /** Element-wise sum of tables of one shape. */
    record Sum(String name, List<String> from) implements Layer {
        public Sum {
            from = List.copyOf(from);
        }
    }

    /** A trainable number added to each column: {@code y[p, c] = x[p, c] + b[c]}. */
    record Bias(String name, String table) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table);
        }
    }

    /** An activation on its own; softmax runs along the columns of each position. */
    record Activate(String name, String table, Activation activation) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table);
        }
    }

    /** {@code sum over p of mask[p] x[p] / sum of mask}; 0 when the mask is all 0. */
    record GlobalAverage(String name, String table, String mask) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table, mask);
        }
    }

    /** Largest value of each column among the positions whose mask is above 0, the first of equals; 0 when there is none. */
    record GlobalMax(String name, String table, String mask) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table, mask);
        }
    }

    /** One position of a table, counted from 0. */
    record Position(String name, String table, int position) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table);
        }
    }

    /**
     * Inverted dropout (Srivastava et al., 2014): while training, each number is 0 with probability {@code rate}, else
     * divided by {@code 1 - rate}; nothing otherwise.
     */
    record Dropout(String name, String table, double rate) implements Layer {
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("layer " + name + ": the rate must lie in [0, 1), not " + rate);
            }
        }

        @Override
        public List<String> from() {
            return List.of(table);
        }
    }

    /** {@code x / max(|x|, 1e-12)} with the Euclidean length of the whole table, flattened. */
    record L2Normalise(String name, String table) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table);
        }
    }

    /**
     * The reparameterised normal variable of a variational autoencoder (Kingma and Welling, 2014): {@code mean + e exp(
     * logVariance / 2)} with standard normal e while training, the mean otherwise.
     */
    record GaussianSample(String name, String mean, String logVariance) implements Layer {
        @Override
        public List<String> from() {
            return List.of(mean, logVariance);
        }
    }

    /**
     * Gated recurrent unit (Cho et al., 2014, in the form with the reset gate after the recurrent product): from h = 0,
     *
     * <pre>
     * r = sigmoid(x Wr + br + h Ur + cr)    z = sigmoid(x Wz + bz + h Uz + cz)
     * g = tanh(x Wg + bg + r (h Ug + cg))   h' = (1 - m) h + m ((1 - z) g + z h)
     * </pre>
     *
     * with columns in the order r, z, g. The mask m in [0, 1] of a position says how far it moves the state: 0 leaves it
     * out and keeps its neighbours where they are. Output: the state after each position.
     */
    record Gru(String name, String table, String mask, int units) implements Layer {
        @Override
        public List<String> from() {
            return List.of(table, mask);
        }
    }

    /**
     * Logits of a few classes in place of all: inner products of a vector with rows of a table, one an id. When there are
     * several vectors (positions), each has an equal number of the ids, in order. An id of -1 is an empty slot of logit 0.
     * Output: a position of one number for each id. Layers may share a table by its name.
     */
    record CandidateLogits(String name, String ids, String vectors, String table, int rows) implements Layer {
        @Override
        public List<String> from() {
            return List.of(ids, vectors);
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
