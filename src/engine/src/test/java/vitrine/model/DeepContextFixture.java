package vitrine.model;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.explain.TestIds;
import vitrine.model.feature.FeatureChoice;
import vitrine.network.Parameters;
import vitrine.run.SeededRandom;

/** A context model of 6 users and 9 items with numbers well away from 0; the last user and the last item are new. */
final class DeepContextFixture {
    static final int USERS = 6;
    static final int ITEMS = 9;
    static final DeepContextSettings SIZES = new DeepContextSettings(3, List.of(5, 4), 4);
    static final FeatureSpace SPACE = space();

    private DeepContextFixture() {}

    private static FeatureSpace space() {
        Map<String, String[]> users = new LinkedHashMap<>();
        users.put("segment", new String[] {"a", "b", "a", "b", "", "a"});
        Map<String, String[]> items = new LinkedHashMap<>();
        items.put("category", new String[] {"k", "l", "k", "l", "k", "", "l", "k", "k"});
        items.put("price", new String[] {"1", "2", "3", "4", "5", "6", "", "8", "9"});
        return new FeatureSpace(
                IdIndex.of(List.of("North", "South")),
                IdIndex.of(List.of("phone", "desk")),
                FeatureChoice.of(new Catalog(TestIds.of("u", USERS), users), Set.of()),
                FeatureChoice.of(new Catalog(TestIds.of("i", ITEMS), items), Set.of()));
    }

    static DeepContext model() {
        Parameters parameters = Parameters.zeros(DeepContext.network(USERS, ITEMS, SIZES, SPACE));
        SeededRandom random = new SeededRandom(11);
        parameters.tensors().values().forEach(tensor -> {
            for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] = (float) (.5 * random.nextGaussian());
            }
        });
        return model(parameters);
    }

    static DeepContext model(Parameters parameters) {
        BitSet users = new BitSet();
        users.set(0, USERS - 1);
        BitSet items = new BitSet();
        items.set(0, ITEMS - 1);
        return new DeepContext(TestIds.of("u", USERS), TestIds.of("i", ITEMS), SIZES, SPACE, users, items, parameters);
    }
}
