package vitrine.provenance;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything needed to make a result again.
 *
 * @param dataSha256 fingerprint of the cleaned interactions, lower-case hex
 * @param split name of the split the model was trained on ("none", "loo", "temporal")
 * @param seed the one seed all randomness derives from
 * @param parameters hyper-parameters by their flag names
 * @param versions versions of Vitrine and of the engines that matter to the numbers
 */
public record Provenance(
        String dataSha256,
        String split,
        long seed,
        SortedMap<String, Object> parameters,
        SortedMap<String, String> versions) {
    public Provenance {
        parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        versions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    public static Provenance of(String dataSha256, String split, long seed, Map<String, Object> parameters) {
        return new Provenance(dataSha256, split, seed, new TreeMap<>(parameters), Platform.versions());
    }
}
