package vitrine.model;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.model.feature.Category;
import vitrine.model.feature.FeatureChoice;
import vitrine.model.feature.FeatureTable;

/**
 * What a {@link ContextRecommender} knows beside ids.
 *
 * @param regions names by number; a context's region beyond them counts as unknown, like a device
 * @param devices names by number
 * @param users attributes of all users
 * @param items attributes of all items
 */
public record FeatureSpace(IdIndex regions, IdIndex devices, FeatureTable users, FeatureTable items) {
    private static final String REGION = "region";
    private static final String DEVICE = "device";

    public FeatureSpace {
        if (regions.size() > Category.MOST_VALUES || devices.size() > Category.MOST_VALUES) {
            throw new IllegalArgumentException("there are more than " + Category.MOST_VALUES + " regions or devices");
        }
    }

    /**
     * All there is to know for a log, prices of its events included. Where events have a region, a user's attribute of that name is left out: it would say the
     * same, and a question in another region would be half believed; likewise the device.
     *
     * @param users in the numbering of the log, like {@code items}
     * @param seen rows whose prices may be looked at
     */
    public static FeatureSpace of(InteractionLog log, Catalog users, Catalog items, IntPredicate seen) {
        return new FeatureSpace(
                capped(log.regions()),
                capped(log.devices()),
                FeatureChoice.of(users, said(log)),
                FeatureChoice.of(ObservedPrices.in(items, log, seen), Set.of()));
    }

    private static Set<String> said(InteractionLog log) {
        Set<String> said = new java.util.HashSet<>();
        if (log.regions().size() > 0) {
            said.add(REGION);
        }
        if (log.devices().size() > 0) {
            said.add(DEVICE);
        }
        return said;
    }

    private static IdIndex capped(IdIndex names) {
        return names.size() <= Category.MOST_VALUES
                ? names
                : IdIndex.of(IntStream.range(0, Category.MOST_VALUES)
                        .mapToObj(names::id)
                        .toList());
    }

    /** Whether regions and devices of {@code log} have the numbers they have here. */
    public boolean fits(InteractionLog log) {
        return regions.ids().equals(capped(log.regions()).ids())
                && devices.ids().equals(capped(log.devices()).ids());
    }
}
