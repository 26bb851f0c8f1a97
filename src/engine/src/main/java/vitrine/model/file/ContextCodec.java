package vitrine.model.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.DeepContext;
import vitrine.model.DeepContextSettings;
import vitrine.model.FeatureSpace;
import vitrine.model.Recommender;
import vitrine.model.feature.FeatureTable;
import vitrine.run.WrongUsageException;

/**
 * {@link DeepContext}: one tensor a parameter, and the values of all attributes, a code and a number a user (or item) and
 * attribute; {@link FeaturesPart} says what they mean.
 */
final class ContextCodec implements ModelCodec {
    private static final String LAYER = "deep";
    private static final String DIM = "dim";
    private static final String HISTORY = "history";
    private static final String USER = "user";
    private static final String ITEM = "item";
    private static final String CODES = "-codes";
    private static final String NUMBERS = "-numbers";
    private static final String KNOWN = "-known";

    @Override
    public String name() {
        return DeepContext.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        DeepContextSettings sizes = ((DeepContext) model).settings();
        Map<String, Integer> settings = new LinkedHashMap<>();
        settings.put(DIM, sizes.dim());
        settings.put(HISTORY, sizes.history());
        for (int units : sizes.layers()) {
            settings.put(LAYER + (settings.size() - 1), units);
        }
        return settings;
    }

    @Override
    public byte[] features(Recommender model) throws IOException {
        return FeaturesPart.of(((DeepContext) model).features()).write();
    }

    @Override
    public boolean hasFeatures() {
        return true;
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        DeepContext context = (DeepContext) model;
        Map<String, RawTensor> tensors = Codecs.encode(context.parameters());
        put(tensors, USER, context.features().users(), context.knownUsers());
        put(tensors, ITEM, context.features().items(), context.knownItems());
        return tensors;
    }

    private static void put(Map<String, RawTensor> tensors, String side, FeatureTable table, BitSet known) {
        byte[] flags = new byte[table.owners()];
        known.stream().forEach(owner -> flags[owner] = 1);
        tensors.put(side + CODES, RawTensor.ints(table.codes()));
        tensors.put(side + NUMBERS, RawTensor.floats(table.numbers(), table.numbers().length));
        tensors.put(side + KNOWN, RawTensor.bytes(flags));
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        throw Safetensors.damaged(what, "the meaning of its attributes is missing");
    }

    @Override
    public Recommender decode(
            IdIndex users,
            IdIndex items,
            Map<String, Integer> settings,
            Map<String, RawTensor> tensors,
            FeaturesPart features,
            String what) {
        DeepContextSettings sizes = sizes(settings, what);
        Map<String, RawTensor> rest = new LinkedHashMap<>(tensors);
        FeaturesPart.Values ofUsers = values(rest, USER, users.size(), what);
        FeaturesPart.Values ofItems = values(rest, ITEM, items.size(), what);
        BitSet knownUsers = known(rest, USER, users.size(), what);
        BitSet knownItems = known(rest, ITEM, items.size(), what);
        FeatureSpace space = features.space(ofUsers, ofItems, what);
        return new DeepContext(
                users,
                items,
                sizes,
                space,
                knownUsers,
                knownItems,
                Codecs.parameters(DeepContext.network(users.size(), items.size(), sizes, space), rest, what));
    }

    /** Takes the values out of the tensors, so that the parameters are left. */
    private static FeaturesPart.Values values(Map<String, RawTensor> rest, String side, int owners, String what) {
        int[] codes = Codecs.present(rest, side + CODES, what).ints(side + CODES);
        float[] numbers = Codecs.present(rest, side + NUMBERS, what).finiteFloats(side + NUMBERS);
        rest.remove(side + CODES);
        rest.remove(side + NUMBERS);
        return new FeaturesPart.Values(owners, codes, numbers);
    }

    private static BitSet known(Map<String, RawTensor> rest, String side, int owners, String what) {
        byte[] flags = Codecs.present(rest, side + KNOWN, what).bytes(side + KNOWN);
        rest.remove(side + KNOWN);
        Codecs.require(flags.length == owners, what, "tensor " + side + KNOWN + " has another length");
        BitSet known = new BitSet();
        for (int owner = 0; owner < owners; owner++) {
            Codecs.require(flags[owner] == 0 || flags[owner] == 1, what, "tensor " + side + KNOWN + " is impossible");
            known.set(owner, flags[owner] == 1);
        }
        return known;
    }

    private static DeepContextSettings sizes(Map<String, Integer> settings, String what) {
        List<Integer> layers = new ArrayList<>();
        for (int layer = 1; layer <= settings.size() - 2; layer++) {
            layers.add(Codecs.setting(settings, LAYER + layer, what));
        }
        try {
            return new DeepContextSettings(
                    Codecs.setting(settings, DIM, what), layers, Codecs.setting(settings, HISTORY, what));
        } catch (WrongUsageException e) {
            throw Safetensors.damaged(what, "its sizes are impossible");
        }
    }
}
