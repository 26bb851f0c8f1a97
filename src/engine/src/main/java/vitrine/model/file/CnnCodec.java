package vitrine.model.file;

import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.model.Recommender;
import vitrine.run.WrongUsageException;

/** {@link Cnn}: one tensor a parameter. */
final class CnnCodec implements ModelCodec {
    @Override
    public String name() {
        return Cnn.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        CnnSettings s = ((Cnn) model).settings();
        Map<String, Integer> settings = new LinkedHashMap<>();
        settings.put("dim", s.dim());
        settings.put("filters", s.filters());
        settings.put("kernel", s.kernel());
        settings.put("history", s.history());
        return settings;
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        return Codecs.encode(((Cnn) model).parameters());
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        CnnSettings s = sizes(settings, what);
        return new Cnn(users, items, s, Codecs.parameters(Cnn.network(users.size(), items.size(), s), tensors, what));
    }

    private static CnnSettings sizes(Map<String, Integer> settings, String what) {
        try {
            return new CnnSettings(
                    Codecs.setting(settings, "dim", what),
                    Codecs.setting(settings, "filters", what),
                    Codecs.setting(settings, "kernel", what),
                    Codecs.setting(settings, "history", what));
        } catch (WrongUsageException e) {
            throw Safetensors.damaged(what, "its sizes are impossible");
        }
    }
}
