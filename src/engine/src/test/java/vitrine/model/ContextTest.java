package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.explain.TestIds;

class ContextTest {
    private static InteractionLog log(String... moments) {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", 2), TestIds.of("i", 1))
                .withPlaces(IdIndex.of(List.of("North", "South")), IdIndex.of(List.of("phone")));
        for (int i = 0; i < moments.length; i++) {
            builder.add(0, 0, Instant.parse(moments[i]).toEpochMilli(), EventType.VIEW, 1, 1, 1, i % 2, -i % 2);
        }
        return builder.build();
    }

    @Test
    void hourAndWeekdayAreThoseOfTheCalendarInUtc() {
        InteractionLog log = log("1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2024-02-29T13:30:00Z");
        assertEquals(new Context(23, 2, 0, 0), Context.of(log, 0));
        assertEquals(new Context(0, 3, 1, -1), Context.of(log, 1));
        assertEquals(new Context(13, 3, 0, 0), Context.of(log, 2));
    }

    @Test
    void aFileOfDatesKnowsNoHour() {
        InteractionLog log = log("2024-02-29T00:00:00Z", "2024-03-03T00:00:00Z");
        assertEquals(new Context(-1, 6, 1, -1), Context.of(log, 1));
    }

    @Test
    void aLogWithoutTimesKnowsNeither() {
        InteractionLog log = new InteractionLog.Builder(TestIds.of("u", 1), TestIds.of("i", 1))
                .withoutTimes()
                .add(0, 0, 7, EventType.VIEW, 1, 1, 1)
                .build();
        assertEquals(Context.NONE, Context.of(log, 0));
    }

    @Test
    void theLatestIsThatOfTheLastEventThatMayBeSeen() {
        InteractionLog log = log("2024-02-29T13:30:00Z", "2024-03-01T08:00:00Z");
        assertEquals(8, Context.latest(log, 0, row -> true).hour());
        assertEquals(13, Context.latest(log, 0, row -> row < 1).hour());
        assertEquals(Context.NONE, Context.latest(log, 1, row -> true));
    }

    @Test
    void partsAreTakenAwayOneByOne() {
        Context all = new Context(20, 1, 0, 0);
        assertEquals(new Context(-1, 1, 0, 0), all.without(Context.Part.HOUR));
        assertEquals(new Context(20, -1, 0, 0), all.without(Context.Part.WEEKDAY));
        assertEquals(new Context(20, 1, -1, 0), all.without(Context.Part.REGION));
        assertEquals(new Context(20, 1, 0, -1), all.without(Context.Part.DEVICE));
        assertEquals(new Context(-1, -1, 0, 0), all.withoutTime());
        for (Context.Part part : Context.Part.values()) {
            assertEquals(all, all.without(part).with(part, all.value(part)));
        }
    }

    @Test
    void impossibleOnesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Context(24, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Context(0, 7, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Context(-2, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Context(0, 0, -2, 0));
    }
}
