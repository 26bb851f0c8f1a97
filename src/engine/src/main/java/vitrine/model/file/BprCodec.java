package vitrine.model.file;

import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.Bpr;
import vitrine.model.BprSettings;
import vitrine.model.Recommender;
import vitrine.run.WrongUsageException;

/** {@link Bpr}: one tensor a parameter. */
final class BprCodec implements ModelCodec {
    private static final String FACTORS = "factors";

    @Override
    public String name() {
        return Bpr.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        return Map.of(FACTORS, ((Bpr) model).settings().factors());
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        return Codecs.encode(((Bpr) model).parameters());
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        BprSettings sizes;
        try {
            sizes = new BprSettings(Codecs.setting(settings, FACTORS, what));
        } catch (WrongUsageException e) {
            throw Safetensors.damaged(what, "its sizes are impossible");
        }
        return new Bpr(
                users, items, sizes, Codecs.parameters(Bpr.network(users.size(), items.size(), sizes), tensors, what));
    }
}
