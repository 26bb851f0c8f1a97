package vitrine.model.file;

import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.Ease;
import vitrine.model.Recommender;

/** {@link Ease}: its weights as one square. */
final class EaseCodec implements ModelCodec {
    private static final String WEIGHTS = "weights";

    @Override
    public String name() {
        return Ease.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        return Map.of();
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        int n = model.items().size();
        return Map.of(WEIGHTS, RawTensor.floats(((Ease) model).weights(), n, n));
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        int n = items.size();
        Codecs.require(n <= Ease.MOST_ITEMS, what, "it has more items than EASE can hold");
        return new Ease(
                users,
                items,
                Safetensors.floats(tensors, WEIGHTS, new int[] {n, n}, what).values());
    }
}
