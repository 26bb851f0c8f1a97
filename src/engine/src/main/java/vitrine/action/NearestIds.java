package vitrine.action;

import java.util.Comparator;
import java.util.List;
import vitrine.data.IdIndex;
import vitrine.data.IdOrder;

/** The ids a mistyped one may have meant: same beginning first, then same length. */
public final class NearestIds {
    private static final int SHOWN = 3;

    private NearestIds() {}

    public static List<String> of(IdIndex ids, String wanted) {
        return ids.ids().stream()
                .sorted(Comparator.comparingInt((String id) -> -commonStart(id, wanted))
                        .thenComparingInt(id -> Math.abs(id.length() - wanted.length()))
                        .thenComparing(IdOrder.BY_ID))
                .limit(SHOWN)
                .toList();
    }

    private static int commonStart(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return i;
            }
        }
        return n;
    }
}
