package vitrine.data;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order in which ties are broken: by id, shorter first, then character by character, which for plain numbers is
 * numeric order. Independent of locale and of the order in the file.
 */
public final class IdOrder {
    public static final Comparator<String> BY_ID =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private IdOrder() {}

    /** All index numbers of {@code ids}, in the order of their ids. */
    public static int[] of(IdIndex ids) {
        return IntStream.range(0, ids.size())
                .boxed()
                .sorted(Comparator.comparing(ids::id, BY_ID))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
