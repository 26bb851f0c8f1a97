package vitrine.model.file;

import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.Gru;
import vitrine.model.GruSettings;
import vitrine.model.Recommender;
import vitrine.run.WrongUsageException;

/** {@link Gru}: one tensor a parameter. */
final class GruCodec implements ModelCodec {
    private static final String DIM = "dim";
    private static final String HIDDEN = "hidden";
    private static final String HISTORY = "history";

    @Override
    public String name() {
        return Gru.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        GruSettings s = ((Gru) model).settings();
        Map<String, Integer> settings = new LinkedHashMap<>();
        settings.put(DIM, s.dim());
        settings.put(HIDDEN, s.hidden());
        settings.put(HISTORY, s.history());
        return settings;
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        return Codecs.encode(((Gru) model).parameters());
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        GruSettings s = sizes(settings, what);
        return new Gru(users, items, s, Codecs.parameters(Gru.network(items.size(), s, s.history(), 1), tensors, what));
    }

    private static GruSettings sizes(Map<String, Integer> settings, String what) {
        try {
            return new GruSettings(
                    Codecs.setting(settings, DIM, what),
                    Codecs.setting(settings, HIDDEN, what),
                    Codecs.setting(settings, HISTORY, what));
        } catch (WrongUsageException e) {
            throw Safetensors.damaged(what, "its sizes are impossible");
        }
    }
}
