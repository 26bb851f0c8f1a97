package vitrine.network.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;
import vitrine.network.Layer;
import vitrine.run.CannotAnswerException;

/**
 * What each layer record is in DL4J, made of DL4J's own layers and vertices only, so that a file opens without this
 * program. Layers that train something are {@link TrainedTranslation}'s.
 */
final class LayerTranslation {
    private static final ElementWiseVertex.Op TIMES = ElementWiseVertex.Op.Product;
    private static final ElementWiseVertex.Op PLUS = ElementWiseVertex.Op.Add;

    /**
     * DL4J raises both a length and its third power, which its way back divides by, to at least this: the derivative is right
     * down to lengths of 1e-6, and what a vector of zeros passes back is still a float.
     */
    private static final double SHORTEST_CUBED = 1e-18;

    private final GraphDraft draft;
    private final TableLookups tables;

    LayerTranslation(GraphDraft draft, TableLookups tables) {
        this.draft = draft;
        this.tables = tables;
    }

    /** Its inputs are there already. */
    void add(Layer layer) {
        if (layer instanceof Layer.Embedding l) {
            draft.is(l.name(), tables.of(l.table(), l.ids(), l.rows(), l.width()));
        } else if (layer instanceof Layer.EmbeddingBag l) {
            bag(l);
        } else if (layer instanceof Layer.Repeat l) {
            repeat(l);
        } else if (layer instanceof Layer.Product l) {
            draft.is(l, new ElementWiseVertex(TIMES), draft.of(l.left()), draft.of(l.right()));
        } else if (layer instanceof Layer.Sum l) {
            several(l, new ElementWiseVertex(PLUS));
        } else if (layer instanceof Layer.Concatenate l) {
            several(l, new MergeVertex());
        } else if (layer instanceof Layer.Scale l) {
            draft.is(l, new ElementWiseVertex(TIMES), draft.of(l.table()), draft.of(l.weights()));
        } else if (layer instanceof Layer.Position l) {
            boolean only = draft.shape(l.table()).positions() == 1;
            String row = only
                    ? draft.of(l.table())
                    : draft.rows(l.name() + ".row", draft.flat(l.table()), l.position(), draft.shape(l.name()));
            draft.is(l.name(), row);
        } else if (layer instanceof Layer.L2Normalise l) {
            draft.is(l, new L2NormalizeVertex(new int[0], SHORTEST_CUBED), draft.of(l.table()));
        } else if (layer instanceof Layer.Dropout l) {
            dropout(l);
        } else if (layer instanceof Layer.GaussianSample l) {
            // Never sampled. The variance takes no part, but its layers stay in the file.
            String nothing = draft.add(l.name() + ".none", new ScaleVertex(0), draft.of(l.logVariance()));
            draft.is(l, new ElementWiseVertex(PLUS), draft.of(l.mean()), nothing);
        } else if (!pool(layer)) {
            new TrainedTranslation(draft).add(layer);
        }
    }

    private boolean pool(Layer layer) {
        if (layer instanceof Layer.WeightedMean l) {
            String sum = weightedSum(l.name(), l.table(), draft.of(l.table()), draft.of(l.weights()));
            String slots = draft.input(new GraphInput.Reciprocal(given(l, l.slots())));
            draft.is(l, new ElementWiseVertex(TIMES), sum, slots);
        } else if (layer instanceof Layer.GlobalAverage l) {
            String shares = draft.input(new GraphInput.Shares(given(l, l.mask())));
            draft.is(l.name(), weightedSum(l.name(), l.table(), draft.of(l.table()), shares));
        } else if (layer instanceof Layer.GlobalMax l) {
            String offsets = draft.input(new GraphInput.Offsets(given(l, l.mask())));
            String present =
                    draft.add(l.name() + ".present", new ElementWiseVertex(PLUS), draft.of(l.table()), offsets);
            String largest = pooled(l.name() + ".largest", l.table(), PoolingType.MAX, present);
            String any = draft.input(new GraphInput.Presence(l.mask()));
            draft.is(l, new ElementWiseVertex(TIMES), largest, any);
        } else {
            return false;
        }
        return true;
    }

    private void bag(Layer.EmbeddingBag l) {
        String rows = tables.of(l.table(), l.ids(), l.rows(), l.width());
        String weights = l.pooling() == Layer.EmbeddingBag.Pooling.SUM
                ? draft.of(l.weights())
                : draft.input(new GraphInput.Shares(given(l, l.weights())));
        draft.is(l.name(), weightedSum(l.name(), l.ids(), rows, weights));
    }

    /** @param like a layer with as many positions */
    private String weightedSum(String name, String like, String table, String weights) {
        String weighted = draft.add(name + ".weighted", new ElementWiseVertex(TIMES), table, weights);
        return pooled(name + ".sum", like, PoolingType.SUM, weighted);
    }

    private String pooled(String wanted, String like, PoolingType type, String table) {
        return draft.shape(like).positions() == 1 ? table : draft.add(wanted, new GlobalPoolingLayer(type), table);
    }

    private void repeat(Layer.Repeat l) {
        if (l.positions() == 1) {
            draft.is(l.name(), draft.of(l.vector()));
        } else {
            draft.is(l, new RepeatVector.Builder<>(l.positions()).build(), draft.of(l.vector()));
        }
    }

    private void several(Layer layer, org.deeplearning4j.nn.conf.graph.GraphVertex vertex) {
        List<String> from = layer.from();
        if (from.size() == 1) {
            draft.is(layer.name(), draft.of(from.get(0)));
        } else {
            draft.is(layer, vertex, draft.of(from));
        }
    }

    private void dropout(Layer.Dropout l) {
        if (l.rate() == 0) {
            draft.is(l.name(), draft.of(l.table()));
        } else {
            // DL4J counts what is kept.
            DropoutLayer layer = new DropoutLayer.Builder(new Dropout(1 - l.rate())).build();
            draft.is(l, layer, draft.of(l.table()));
        }
    }

    /** DL4J has no division, so what is divided by must come from outside, where the caller can do it. */
    private String given(Layer reader, String divisor) {
        if (!(draft.layer(divisor) instanceof Layer.ValueInput)) {
            throw new CannotAnswerException("The layer " + reader.name() + " pools by what the layer " + divisor
                    + " computes, which DL4J cannot; there it must be an input of the network."
                    + " Keep the model in Vitrine's own format.");
        }
        return divisor;
    }
}
