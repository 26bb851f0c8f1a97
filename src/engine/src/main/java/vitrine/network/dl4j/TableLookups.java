package vitrine.network.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import vitrine.network.Layer;
import vitrine.network.Network.Shape;
import vitrine.run.CannotAnswerException;

/**
 * Tables in a DL4J graph. Its layers cannot share weights, so all ids that look up one table are looked up by one layer,
 * side by side, and its output is cut apart again.
 */
final class TableLookups {
    /** Every integer up to here is a float, which is what ids travel as. */
    static final int MOST_ROWS = 1 << 24;

    private final GraphDraft draft;
    private final Map<String, List<String>> readers = new HashMap<>();
    private final Map<String, String> looked = new LinkedHashMap<>();
    private final Map<List<String>, String> parts = new HashMap<>();

    /** @param layers all that will be asked for */
    TableLookups(GraphDraft draft, List<Layer> layers) {
        this.draft = draft;
        for (Layer layer : layers) {
            if (layer instanceof Layer.Embedding l) {
                reads(l.table(), l.ids());
            } else if (layer instanceof Layer.EmbeddingBag l) {
                reads(l.table(), l.ids());
            }
        }
    }

    private void reads(String table, String ids) {
        List<String> inputs = readers.computeIfAbsent(table, t -> new ArrayList<>());
        if (!inputs.contains(ids)) {
            inputs.add(ids);
        }
    }

    /** The vertex with the rows of {@code ids}, as a layer's output. */
    String of(String table, String ids, int rows, int width) {
        if (rows > MOST_ROWS) {
            throw new CannotAnswerException("DL4J reads ids as floats, which tell " + MOST_ROWS
                    + " rows apart; the table " + table + " has " + rows + ". Keep the model in Vitrine's own format.");
        }
        List<String> inputs = readers.getOrDefault(table, List.of());
        int total = inputs.stream().mapToInt(i -> draft.shape(i).positions()).sum();
        String all = looked.computeIfAbsent(table, t -> look(t, inputs, rows, width, total));
        if (inputs.size() == 1) {
            return all;
        }
        return parts.computeIfAbsent(List.of(table, ids), k -> {
            int first = 0;
            for (String before : inputs.subList(0, inputs.indexOf(ids))) {
                first += draft.shape(before).positions();
            }
            Shape shape = new Shape(draft.shape(ids).positions(), width);
            return draft.rows(table + "." + ids, draft.flat(all, total * width), first, shape);
        });
    }

    private String look(String table, List<String> inputs, int rows, int width, int total) {
        String input = draft.input(new GraphInput.Ids(inputs));
        String layer = total == 1
                ? draft.add(
                        table,
                        new EmbeddingLayer.Builder().nIn(rows).nOut(width).build(),
                        input)
                : draft.add(
                        table,
                        new EmbeddingSequenceLayer.Builder()
                                .nIn(rows)
                                .nOut(width)
                                .inputLength(total)
                                .build(),
                        input);
        draft.trains(table, layer, "W");
        return layer;
    }
}
