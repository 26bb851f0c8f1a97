package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.run.JobContext;

/** MovieLens 100K, with the counts its authors state and the ties that decide a leave-one-out split. */
class MovieLensTest {
    @Test
    void hasTheKnownCountsAndTies() {
        ReadResult result = read();
        InteractionLog log = result.log();
        assertEquals(100_000, log.size());
        assertEquals(943, log.users().size());
        assertEquals(1682, log.items().size());
        assertEquals(EventType.RATING, log.event(0));
        assertEquals("Toy Story (1995)", result.items().title(log.items().indexOf("1")));
        int tied = 0;
        for (int user = 0; user < 943; user++) {
            int last = log.userStart(user + 1) - 1;
            tied += log.time(last) == log.time(last - 1) ? 1 : 0;
        }
        assertEquals(415, tied);
    }

    @Test
    void leaveOneOutHoldsOutOneRowAUser() {
        Split split = new LeaveOneOut().split(read().log());
        assertEquals(943, split.testTargets().length);
        assertEquals(100_000 - 943, split.trainTargets().length);
        for (int row : split.testTargets()) {
            assertEquals(split.log().userStart(split.log().user(row) + 1) - 1, row);
        }
    }

    private static ReadResult read() {
        return new DataReader()
                .read(
                        new ReadRequest(
                                List.of(SharedData.file("ml-100k/u.data")),
                                Optional.of(SharedData.file("ml-100k/u.item")),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                List.of("user", "item", "value", "time"),
                                Optional.empty(),
                                Map.of(),
                                OptionalDouble.empty(),
                                0,
                                0,
                                false),
                        JobContext.quiet());
    }
}
