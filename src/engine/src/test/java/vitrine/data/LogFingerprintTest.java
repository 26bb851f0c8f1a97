package vitrine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogFingerprintTest {
    private static final IdIndex USERS = IdIndex.of(List.of("a", "b"));
    private static final IdIndex ITEMS = IdIndex.of(List.of("x", "y"));

    @Test
    void equalLogsHaveEqualFingerprints() {
        assertEquals(of(rows -> row(rows, 0, 1, 5, 1)), of(rows -> row(rows, 0, 1, 5, 1)));
        assertEquals(
                of(rows -> rows.add(0, 0, 1, EventType.VIEW, 1, Float.NaN, 1)),
                of(rows -> rows.add(0, 0, 1, EventType.VIEW, 1, Float.intBitsToFloat(0x7fc00001), 1)));
    }

    @Test
    void everyPartOfARowCounts() {
        String base = of(rows -> row(rows, 0, 1, 5, 1));
        assertNotEquals(base, of(rows -> row(rows, 1, 1, 5, 1)));
        assertNotEquals(base, of(rows -> row(rows, 0, 0, 5, 1)));
        assertNotEquals(base, of(rows -> row(rows, 0, 1, 6, 1)));
        assertNotEquals(base, of(rows -> row(rows, 0, 1, 5, 0)));
        assertNotEquals(base, of(rows -> row(rows.withoutTimes(), 0, 1, 5, 1)));
        assertNotEquals(base, of(rows -> row(row(rows, 0, 1, 5, 1), 0, 1, 5, 1)));
    }

    /** A column that one kind of model reads does not make the data of existing studies other data. */
    @Test
    void regionsAndDevicesDoNotCount() {
        IdIndex names = IdIndex.of(List.of("North"));
        assertEquals(
                of(rows -> row(rows, 0, 1, 5, 1)),
                of(rows -> rows.withPlaces(names, names).add(0, 1, 5, EventType.PURCHASE, 1, 2, 1, 0, 0)));
    }

    @Test
    void idsCount() {
        String base = LogFingerprint.of(new InteractionLog.Builder(USERS, ITEMS).build());
        assertNotEquals(base, LogFingerprint.of(new InteractionLog.Builder(ITEMS, USERS).build()));
        assertNotEquals(base, LogFingerprint.of(new InteractionLog.Builder(IdIndex.of(List.of("ab")), ITEMS).build()));
    }

    @Test
    void longLogsAreReadToTheirEnd() {
        Consumer<InteractionLog.Builder> many = rows -> {
            for (int i = 0; i < 5000; i++) {
                row(rows, i % 2, i % 2, i, 1);
            }
        };
        assertEquals(of(many), of(many));
        assertNotEquals(of(many), of(many.andThen(rows -> row(rows, 1, 1, 9999, 1))));
    }

    private static String of(Consumer<InteractionLog.Builder> rows) {
        InteractionLog.Builder builder = new InteractionLog.Builder(USERS, ITEMS);
        rows.accept(builder);
        return LogFingerprint.of(builder.build());
    }

    private static InteractionLog.Builder row(
            InteractionLog.Builder rows, int user, int item, long time, float weight) {
        return rows.add(user, item, time, EventType.PURCHASE, 1, 2, weight);
    }
}
