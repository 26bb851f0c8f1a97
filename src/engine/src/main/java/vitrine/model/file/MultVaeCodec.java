package vitrine.model.file;

import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.MultVae;
import vitrine.model.MultVaeSettings;
import vitrine.model.Recommender;
import vitrine.run.WrongUsageException;

/** {@link MultVae}: one tensor a parameter. */
final class MultVaeCodec implements ModelCodec {
    private static final String HIDDEN = "hidden";
    private static final String LATENT = "latent";

    @Override
    public String name() {
        return MultVae.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        MultVaeSettings s = ((MultVae) model).settings();
        Map<String, Integer> settings = new LinkedHashMap<>();
        settings.put(HIDDEN, s.hidden());
        settings.put(LATENT, s.latent());
        return settings;
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        return Codecs.encode(((MultVae) model).parameters());
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        MultVaeSettings s = sizes(settings, what);
        return new MultVae(users, items, s, Codecs.parameters(MultVae.network(items.size(), s, 1), tensors, what));
    }

    private static MultVaeSettings sizes(Map<String, Integer> settings, String what) {
        try {
            return new MultVaeSettings(Codecs.setting(settings, HIDDEN, what), Codecs.setting(settings, LATENT, what));
        } catch (WrongUsageException e) {
            throw Safetensors.damaged(what, "its sizes are impossible");
        }
    }
}
