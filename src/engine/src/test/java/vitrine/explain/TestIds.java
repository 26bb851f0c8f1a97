package vitrine.explain;

import java.util.stream.IntStream;
import vitrine.data.IdIndex;

/** Numbered ids for models in tests. */
public final class TestIds {
    private TestIds() {}

    public static IdIndex of(String prefix, int count) {
        return IdIndex.of(IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
    }

    /** All item numbers outside {@code 0..history-1}. */
    public static int[] candidates(int history, int items) {
        return IntStream.range(history, items).toArray();
    }
}
