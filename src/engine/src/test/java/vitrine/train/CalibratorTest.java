package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.IdIndex;
import vitrine.model.Calibration;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class CalibratorTest {
    private static final long SEED = 42;

    private static CalibrationFit fit(Recommender model, TrainingData data) {
        return Calibrator.fit(model, data, JobContext.quiet());
    }

    @ParameterizedTest
    @ValueSource(doubles = {.25, 1, 3, 1000})
    void theSlopeUndoesWhatTheModelStretched(double stretch) {
        PlantedOdds world = new PlantedOdds(1000, stretch);
        Calibration found =
                fit(world, TrainingData.of(world.split(), SEED)).calibration().orElseThrow();
        assertEquals(1000, found.users());
        // Deviation of the estimate: one over the root of users times the variance of taste under these odds (about
        // 0.9).
        assertEquals(1, found.slope() * stretch, 3 / Math.sqrt(1000 * .9));
    }

    @Test
    void usersAreCountedNotWhatWasHeldBackOfThem() {
        vitrine.data.split.Split split = new vitrine.data.split.RatioSplit(1).split(SmallLogs.staircase(90));
        TrainingData data = TrainingData.of(split, SEED);
        assertTrue(data.validationTargets() > Calibrator.LEAST_USERS);
        vitrine.model.Popularity popularity = vitrine.model.Popularity.fit(data.positives());
        CalibrationFit fit = fit(popularity, data);
        assertEquals(CalibrationFit.Outcome.TOO_FEW_USERS, fit.outcome());
        assertTrue(fit.users() < 90);
    }

    @Test
    void theSlopeIsWhereTheLikelihoodIsHighest() {
        PlantedOdds world = new PlantedOdds(300, 2);
        TrainingData data = TrainingData.of(world.split(), SEED);
        double slope = fit(world, data).calibration().orElseThrow().slope();
        double best = likelihood(world, data, slope);
        assertTrue(best > likelihood(world, data, slope * 1.01), "higher above");
        assertTrue(best > likelihood(world, data, slope * .99), "higher below");
    }

    /** Naive: every probability by its definition, every target softened over all candidates. */
    private static double likelihood(PlantedOdds world, TrainingData data, double slope) {
        double e = 1.0 / (data.validationTargets() + 2);
        double sum = 0;
        for (int i = 0; i < data.validationTargets(); i++) {
            Query question = data.validationQuestion(i, 5);
            double all = 0;
            double mean = 0;
            int n = 0;
            for (int item = 0; item < PlantedOdds.ITEMS; item++) {
                int candidate = item;
                boolean taken = java.util.Arrays.stream(data.positives().itemsOf(question.user()))
                        .anyMatch(t -> t == candidate);
                if (!taken) {
                    double score = world.score(question, item);
                    all += Math.exp(slope * score);
                    mean += score;
                    n++;
                }
            }
            double target = world.score(question, data.validationItem(i));
            sum += slope * ((1 - e) * target + e * mean / n) - Math.log(all);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void threadsChangeNothing(int threads) {
        PlantedOdds world = new PlantedOdds(300, 2);
        TrainingData data = TrainingData.of(world.split(), SEED);
        JobContext several = new JobContext(Progress.NONE, vitrine.run.CancellationToken.NEVER, threads);
        assertEquals(fit(world, data), Calibrator.fit(world, data, several));
    }

    @Test
    void tooFewHeldBackUsersAreNotCalibratedOn() {
        PlantedOdds world = new PlantedOdds(Calibrator.LEAST_USERS - 1, 1);
        CalibrationFit fit = fit(world, TrainingData.of(world.split(), SEED));
        assertEquals(CalibrationFit.Outcome.TOO_FEW_USERS, fit.outcome());
        assertTrue(fit.calibration().isEmpty());
        PlantedOdds enough = new PlantedOdds(Calibrator.LEAST_USERS, 1);
        assertTrue(
                fit(enough, TrainingData.of(enough.split(), SEED)).calibration().isPresent());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aModelThatPutsHeldBackItemsNoHigherHasNoProbabilities(double stretch) {
        PlantedOdds world = new PlantedOdds(200, stretch);
        assertEquals(
                CalibrationFit.Outcome.NO_ORDER,
                fit(world, TrainingData.of(world.split(), SEED)).outcome());
    }

    @Test
    void aModelThatIsAlwaysRightGetsAFiniteSlope() {
        PlantedOdds world = new PlantedOdds(200, 1);
        TrainingData data = TrainingData.of(world.split(), SEED);
        int[] next = new int[200];
        for (int i = 0; i < data.validationTargets(); i++) {
            next[data.validationQuestion(i, 1).user()] = data.validationItem(i);
        }
        Calibration found = fit(new Oracle(world, next), data).calibration().orElseThrow();
        // Softened: all but 1 / 202 of the mass on the target, and that spread evenly over the 55 items not taken.
        double[] scores = new double[55];
        scores[0] = 1;
        assertEquals(1 - 1.0 / 202 * 54 / 55, found.probabilities(scores)[0], 1e-6);
    }

    /** Gives the next item 1 and all others 0. */
    private record Oracle(PlantedOdds world, int[] next) implements Recommender {
        @Override
        public String name() {
            return "oracle";
        }

        @Override
        public IdIndex users() {
            return world.users();
        }

        @Override
        public IdIndex items() {
            return world.items();
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            for (int i = 0; i < candidates.length; i++) {
                scores[i] = candidates[i] == next[query.user()] ? 1 : 0;
            }
        }
    }

    @Test
    void stopsWhenAsked() {
        PlantedOdds world = new PlantedOdds(200, 1);
        TrainingData data = TrainingData.of(world.split(), SEED);
        CancellationSource source = new CancellationSource();
        source.cancel();
        assertThrows(
                CancelledException.class, () -> Calibrator.fit(world, data, new JobContext(Progress.NONE, source, 1)));
    }
}
