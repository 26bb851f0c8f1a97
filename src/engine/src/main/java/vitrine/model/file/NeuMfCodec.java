package vitrine.model.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.model.Recommender;
import vitrine.run.WrongUsageException;

/** {@link NeuMf}: one tensor a parameter; the settings name the units of each layer by the layer's name. */
final class NeuMfCodec implements ModelCodec {
    private static final String FACTORS = "factors";
    private static final String LAYER = "mlp";

    @Override
    public String name() {
        return NeuMf.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        NeuMfSettings s = ((NeuMf) model).settings();
        Map<String, Integer> settings = new LinkedHashMap<>();
        settings.put(FACTORS, s.factors());
        for (int units : s.layers()) {
            settings.put(LAYER + settings.size(), units);
        }
        return settings;
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        return Codecs.encode(((NeuMf) model).parameters());
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        NeuMfSettings s = sizes(settings, what);
        return new NeuMf(
                users, items, s, Codecs.parameters(NeuMf.network(users.size(), items.size(), s), tensors, what));
    }

    private static NeuMfSettings sizes(Map<String, Integer> settings, String what) {
        List<Integer> layers = new ArrayList<>();
        for (int layer = 1; layer < settings.size(); layer++) {
            layers.add(Codecs.setting(settings, LAYER + layer, what));
        }
        try {
            return new NeuMfSettings(Codecs.setting(settings, FACTORS, what), layers);
        } catch (WrongUsageException e) {
            throw Safetensors.damaged(what, "its sizes are impossible");
        }
    }
}
