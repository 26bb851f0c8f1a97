package vitrine.data.split;

import java.util.Arrays;
import vitrine.data.InteractionLog;

/** The rows a model may be asked to predict. */
public final class Targets {
    private Targets() {}

    /** First occurrences of (user, item) among positive rows, ascending: buying the same thing again is no news. */
    public static int[] of(InteractionLog log) {
        int[] lastUserOf = new int[log.items().size()];
        Arrays.fill(lastUserOf, -1);
        int[] rows = new int[log.size()];
        int size = 0;
        for (int row = 0; row < log.size(); row++) {
            int user = log.user(row);
            int item = log.item(row);
            if (log.isPositive(row) && lastUserOf[item] != user) {
                lastUserOf[item] = user;
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }
}
