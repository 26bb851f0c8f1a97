package vitrine.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vitrine.data.Catalog;
import vitrine.model.InteractionMatrix;
import vitrine.run.WrongUsageException;

/** Measured users in groups, so that a mean does not hide whom a model fails. */
public final class UserGroups {
    public static final String ACTIVITY = "activity";
    public static final String POPULARITY = "popularity";
    private static final List<String> THIRDS = List.of("1 lowest third", "2 middle third", "3 highest third");

    private UserGroups() {}

    /**
     * @param by {@value #ACTIVITY}: thirds by number of training items; {@value #POPULARITY}: thirds by the mean number of
     *     users of those items; else an attribute of the users
     * @param users user numbers
     * @return a group's name to its users' places in {@code users}; equal users go by number, so thirds differ in size by
     *     one at most
     * @throws WrongUsageException when the users have no such attribute
     */
    public static SortedMap<String, int[]> of(String by, int[] users, InteractionMatrix training, Catalog attributes) {
        requireKnown(by, attributes);
        int[] counts = training.itemCounts();
        return switch (by) {
            case ACTIVITY -> thirds(users, user -> training.itemsOf(user).length);
            case POPULARITY ->
                thirds(
                        users,
                        user -> Arrays.stream(training.itemsOf(user))
                                .map(item -> counts[item])
                                .average()
                                .orElse(0));
            default ->
                grouped(
                        users.length,
                        place -> attributes.attribute(users[place], by).orElse("(none)"));
        };
    }

    /**
     * What {@link #of} would refuse, before anything is measured.
     *
     * @throws WrongUsageException when the users have no such attribute
     */
    public static void requireKnown(String by, Catalog attributes) {
        if (by.equals(ACTIVITY)
                || by.equals(POPULARITY)
                || attributes.attributes().contains(by)) {
            return;
        }
        throw new WrongUsageException("The users have no column \"" + by + "\" to group by. Use " + ACTIVITY + ", "
                + POPULARITY
                + attributes.attributes().stream().map(a -> ", " + a).collect(Collectors.joining())
                + (attributes.attributes().isEmpty() ? ", or a column of a file given with --users." : "."));
    }

    private static SortedMap<String, int[]> thirds(int[] users, IntToDoubleFunction value) {
        int[] ascending = IntStream.range(0, users.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> value.applyAsDouble(users[place])))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] third = new int[users.length];
        for (int rank = 0; rank < users.length; rank++) {
            third[ascending[rank]] = (int) ((long) rank * THIRDS.size() / users.length);
        }
        return grouped(users.length, place -> THIRDS.get(third[place]));
    }

    private static SortedMap<String, int[]> grouped(int size, IntFunction<String> name) {
        SortedMap<String, List<Integer>> places = new TreeMap<>();
        for (int place = 0; place < size; place++) {
            places.computeIfAbsent(name.apply(place), key -> new ArrayList<>()).add(place);
        }
        SortedMap<String, int[]> groups = new TreeMap<>();
        places.forEach((key, list) ->
                groups.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    /** The mean of each measure over the users at some places who have it. */
    public static SortedMap<String, Double> means(UserMeasures measured, int[] places) {
        SortedMap<String, double[]> part = new TreeMap<>();
        measured.measures()
                .forEach((name, values) -> part.put(
                        name,
                        Arrays.stream(places)
                                .mapToDouble(place -> values[place])
                                .toArray()));
        return UserRanking.means(part);
    }
}
