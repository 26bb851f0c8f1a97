package vitrine.model.file;

import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.Popularity;
import vitrine.model.Recommender;

/** {@link Popularity}: one count an item. */
final class PopularityCodec implements ModelCodec {
    private static final String COUNTS = "counts";

    @Override
    public String name() {
        return Popularity.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        return Map.of();
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        return Map.of(COUNTS, RawTensor.ints(((Popularity) model).counts()));
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        int[] counts = Codecs.ints(tensors, COUNTS, items.size(), what);
        for (int count : counts) {
            Codecs.require(count >= 0 && count <= users.size(), what, "a count is impossible");
        }
        return new Popularity(users, items, counts);
    }
}
