package vitrine.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vitrine.data.split.NoSplit;
import vitrine.data.split.Split;
import vitrine.model.Calibration;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.train.PlantedOdds;

class ReliabilityProtocolTest {
    private static final int USERS = 3000;
    private static final PlantedOdds WORLD = new PlantedOdds(USERS, 2);
    private static final Split SPLIT = WORLD.split();

    private static Reliability measure(double slope, int users, int threads) {
        return ReliabilityProtocol.measure(
                WORLD,
                new Calibration(slope, 100),
                SPLIT,
                users,
                new JobContext(Progress.NONE, CancellationToken.NEVER, threads));
    }

    @Test
    void trueProbabilitiesComeTrueAndScatterAsTheyShould() {
        Reliability reliability = measure(.5, USERS, 2);
        assertEquals(USERS, reliability.users());
        assertEquals(10, reliability.bins().size());
        assertTrue(reliability.holding() >= 8, reliability.toString());
        assertTrue(reliability.calibrationError() < 2 * reliability.chanceError(), reliability.toString());
    }

    @Test
    void falseOnesAreFoundOut() {
        for (double slope : new double[] {.2, 1.5}) {
            Reliability reliability = measure(slope, USERS, 2);
            assertTrue(reliability.calibrationError() > 5 * reliability.chanceError(), reliability.toString());
            assertTrue(reliability.holding() < 5, reliability.toString());
        }
        Reliability bold = measure(1.5, USERS, 1);
        Reliability.Bin first = bold.bins().get(0);
        assertTrue(first.predicted() > first.high(), "too sure, yet " + first);
    }

    @Test
    void everyQuestionLiesInOneBinAndBinsGoDownFromTheLikeliest() {
        Reliability reliability = measure(.5, USERS, 1);
        long questions = 0;
        double expected = 0;
        double happened = 0;
        double before = 1;
        for (Reliability.Bin bin : reliability.bins()) {
            assertTrue(bin.predicted() < before && bin.low() <= bin.observed() && bin.observed() <= bin.high());
            before = bin.predicted();
            questions += bin.n();
            expected += bin.n() * bin.predicted();
            happened += bin.n() * bin.observed();
            assertEquals(USERS / 10.0, bin.n() * bin.predicted(), USERS / 50.0);
        }
        // 60 items less the 6 a user had before the held-out one.
        assertEquals(USERS * 54L, questions);
        assertEquals(USERS, expected, 1e-6);
        assertEquals(USERS, happened, 1e-6);
    }

    @Test
    void threadsChangeNothing() {
        assertEquals(measure(.5, USERS, 1), measure(.5, USERS, 3));
    }

    @Test
    void fewerUsersAreASampleOfAll() {
        Reliability some = measure(.5, 500, 1);
        assertEquals(500, some.users());
        assertEquals(
                500 * 54L, some.bins().stream().mapToLong(Reliability.Bin::n).sum());
    }

    @Test
    void onlyTheQuestionThatProbabilitiesAnswerIsMeasured() {
        assertTrue(ReliabilityProtocol.measures("loo-full"));
        for (String other : new String[] {"loo99", "strat75", "ratio801010", "temporal"}) {
            assertFalse(ReliabilityProtocol.measures(other), other);
        }
        Split nothing = new NoSplit().split(SPLIT.log());
        assertThrows(
                IllegalArgumentException.class,
                () -> ReliabilityProtocol.measure(WORLD, new Calibration(1, 100), nothing, USERS, JobContext.quiet()));
    }
}
