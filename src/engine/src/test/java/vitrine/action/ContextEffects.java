package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vitrine.metric.Ranks;
import vitrine.model.Query;

/**
 * How many of the planted effects of a shop a model has found: an item that is sold in one region (or daypart) only must rank
 * best there, on the average over users, among all regions (or dayparts) asked in turn; everything else as recorded.
 *
 * @param planted items with such a place
 * @param best items that rank best in their own place
 * @param better items that rank better in their own place than in the average other one
 */
record ContextEffects(int planted, int best, int better) {
    static final int DAYPART_HOURS = 6;

    /**
     * @param planted item id to name of the region
     * @param users ids of those who ask
     */
    static ContextEffects ofRegions(ModelSession session, SortedMap<String, String> planted, List<String> users) {
        List<String> regions = planted.values().stream().distinct().sorted().toList();
        double[][] ranks = new double[regions.size()][];
        Arrays.setAll(ranks, r -> meanRanks(session, users, List.of(Map.of("region", regions.get(r)))));
        return count(session, planted, regions, ranks);
    }

    /** @param planted item id to number of the quarter of the day */
    static ContextEffects ofDayparts(ModelSession session, SortedMap<String, String> planted, List<String> users) {
        List<String> dayparts = List.of("0", "1", "2", "3");
        double[][] ranks = new double[dayparts.size()][];
        for (int part = 0; part < ranks.length; part++) {
            List<Map<String, String>> hours = new ArrayList<>();
            for (int hour = part * DAYPART_HOURS; hour < (part + 1) * DAYPART_HOURS; hour++) {
                hours.add(Map.of("hour", Integer.toString(hour)));
            }
            ranks[part] = meanRanks(session, users, hours);
        }
        return count(session, planted, dayparts, ranks);
    }

    private static ContextEffects count(
            ModelSession session, SortedMap<String, String> planted, List<String> places, double[][] ranks) {
        int best = 0;
        int better = 0;
        for (Map.Entry<String, String> effect : planted.entrySet()) {
            int item = session.item(effect.getKey());
            int own = places.indexOf(effect.getValue());
            double others = 0;
            boolean first = true;
            for (int place = 0; place < ranks.length; place++) {
                if (place != own) {
                    others += ranks[place][item] / (ranks.length - 1);
                    first &= ranks[own][item] < ranks[place][item];
                }
            }
            best += first ? 1 : 0;
            better += ranks[own][item] < others ? 1 : 0;
        }
        return new ContextEffects(planted.size(), best, better);
    }

    /** By item number, over all items. */
    private static double[] meanRanks(ModelSession session, List<String> users, List<Map<String, String>> contexts) {
        int[] items = session.itemsById();
        double[] means = new double[items.length];
        double[] scores = new double[items.length];
        for (String user : users) {
            for (Map<String, String> context : contexts) {
                Query query = session.query(Optional.of(user), Optional.empty(), context);
                session.model().score(query, items, scores);
                for (int i = 0; i < items.length; i++) {
                    means[items[i]] += (double) Ranks.of(scores, i) / users.size() / contexts.size();
                }
            }
        }
        return means;
    }
}
