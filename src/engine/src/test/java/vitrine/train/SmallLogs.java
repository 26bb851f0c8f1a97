package vitrine.train;

import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.explain.TestIds;

/** Logs for corner cases. */
final class SmallLogs {
    private SmallLogs() {}

    /** Every user has two items: too few for a validation row. */
    static InteractionLog pairs(int users) {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", users), TestIds.of("i", 10));
        for (int user = 0; user < users; user++) {
            builder.add(user, user % 10, 1, EventType.PURCHASE, 1, Float.NaN, 1);
            builder.add(user, (user + 3) % 10, 2, EventType.PURCHASE, 1, Float.NaN, 1);
        }
        return builder.build();
    }

    /** User u has the first u + 1 of {@code items} items, one a moment. */
    static InteractionLog staircase(int items) {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", items), TestIds.of("i", items));
        for (int user = 0; user < items; user++) {
            for (int item = 0; item <= user; item++) {
                builder.add(user, item, item, EventType.PURCHASE, 1, Float.NaN, 1);
            }
        }
        return builder.build();
    }
}
