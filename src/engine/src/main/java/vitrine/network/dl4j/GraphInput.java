package vitrine.network.dl4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import vitrine.network.Network.Shape;

/**
 * One array a {@link NetworkGraph} reads from outside, for a batch of B examples. DL4J divides nothing by what it reads and
 * looks a table up in one layer only, so some of the network's inputs are asked for in another form.
 */
sealed interface GraphInput {
    /** What an empty slot's numbers are lowered by, below everything a network computes. */
    float ABSENT = -1e30f;

    /** Its name in the graph, unless that is taken. */
    String wanted();

    INDArray array(GraphBatch batch);

    /** {@code [B, positions of all]}: ids of all inputs that look up one table, side by side. */
    record Ids(List<String> inputs) implements GraphInput {
        @Override
        public String wanted() {
            return String.join("+", inputs);
        }

        @Override
        public INDArray array(GraphBatch batch) {
            int total =
                    inputs.stream().mapToInt(i -> batch.shape(i).positions()).sum();
            float[] joined = new float[batch.examples() * total];
            int first = 0;
            for (String input : inputs) {
                int positions = batch.shape(input).positions();
                for (int i = 0; i < batch.examples() * positions; i++) {
                    joined[i / positions * total + first + i % positions] = batch.ids(input)[i];
                }
                first += positions;
            }
            return Nd4j.createFromArray(joined).reshape('c', batch.examples(), total);
        }
    }

    /** {@code [B, width]} for one position, else {@code [B, width, positions]}. */
    record Values(String input) implements GraphInput {
        @Override
        public String wanted() {
            return input;
        }

        @Override
        public INDArray array(GraphBatch batch) {
            return laidOut(batch.values(input), batch.examples(), batch.shape(input));
        }
    }

    /** {@code [B, 1]}: 1 through the input's only number. */
    record Reciprocal(String input) implements GraphInput {
        @Override
        public String wanted() {
            return "1/" + input;
        }

        @Override
        public INDArray array(GraphBatch batch) {
            float[] values = batch.values(input).clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = 1 / values[i];
            }
            return laidOut(values, batch.examples(), batch.shape(input));
        }
    }

    /** As {@link Values}: each of an example's weights through their sum; all 0 when the sum is. */
    record Shares(String weights) implements GraphInput {
        @Override
        public String wanted() {
            return weights + "/sum";
        }

        @Override
        public INDArray array(GraphBatch batch) {
            float[] shares = batch.values(weights).clone();
            int slots = batch.shape(weights).size();
            for (int e = 0; e < batch.examples(); e++) {
                double sum = 0;
                for (int i = e * slots; i < (e + 1) * slots; i++) {
                    sum += shares[i];
                }
                for (int i = e * slots; i < (e + 1) * slots; i++) {
                    shares[i] = sum == 0 ? 0 : (float) (shares[i] / sum);
                }
            }
            return laidOut(shares, batch.examples(), batch.shape(weights));
        }
    }

    /** As {@link Values}: 0 where the mask is above 0, else {@value #ABSENT}. */
    record Offsets(String mask) implements GraphInput {
        @Override
        public String wanted() {
            return mask + "/offset";
        }

        @Override
        public INDArray array(GraphBatch batch) {
            float[] offsets = batch.values(mask).clone();
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = offsets[i] > 0 ? 0 : ABSENT;
            }
            return laidOut(offsets, batch.examples(), batch.shape(mask));
        }
    }

    /** {@code [B, 1]}: 1 when an example's mask is above 0 anywhere, else 0. */
    record Presence(String mask) implements GraphInput {
        @Override
        public String wanted() {
            return mask + "/any";
        }

        @Override
        public INDArray array(GraphBatch batch) {
            int slots = batch.shape(mask).size();
            float[] any = new float[batch.examples()];
            for (int i = 0; i < any.length * slots; i++) {
                if (batch.values(mask)[i] > 0) {
                    any[i / slots] = 1;
                }
            }
            return Nd4j.createFromArray(any).reshape('c', any.length, 1);
        }
    }

    private static INDArray laidOut(float[] values, int examples, Shape shape) {
        INDArray numbers = Nd4j.createFromArray(values);
        return shape.positions() == 1
                ? numbers.reshape('c', examples, shape.width())
                : numbers.reshape('c', examples, shape.positions(), shape.width())
                        .permute(0, 2, 1)
                        .dup('c');
    }
}
