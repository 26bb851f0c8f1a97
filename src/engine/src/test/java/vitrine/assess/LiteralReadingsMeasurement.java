package vitrine.assess;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vitrine.data.InteractionLog;
import vitrine.data.ingest.DataReader;
import vitrine.data.ingest.ReadRequest;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.model.LiteralCnn;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.train.CnnLearner;
import vitrine.train.Learner;
import vitrine.train.NetworkLearner;
import vitrine.train.Trainer;
import vitrine.train.TrainingData;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingSettings;

/**
 * The figures of the decision record on the article's network, on ML-100K. Takes minutes, so it runs only when named: {@code mvn test -pl
 * src/engine -Dtest=LiteralReadingsMeasurement} with VITRINE_DATA set; the figures then stand in target/surefire-reports.
 */
class LiteralReadingsMeasurement {
    private static final long SEED = 42;

    private static final CnnSettings SHAPE = CnnSettings.DEFAULTS;
    private static final TrainingSettings TRAINING = new TrainingSettings(10, 1024, 1e-3, 4, 0, 0);
    private static final JobContext CONTEXT = new JobContext(Progress.NONE, CancellationToken.NEVER, 2);

    @Test
    void theTwoTokenReadingIsFarBelowTheFormUsedHere() throws Exception {
        assertTrue(hitRate(literal(LiteralCnn.Reading.TWO_TOKENS)) < .60);
    }

    @Test
    void theSequenceReadingStaysNearPopularity() throws Exception {
        assertTrue(hitRate(literal(LiteralCnn.Reading.SEQUENCE)) < .46);
    }

    @Test
    void theFormUsedHereLearns() throws Exception {
        assertTrue(hitRate(log -> {
                    int users = log.users().size();
                    int items = log.items().size();
                    Parameters parameters = Parameters.initial(Cnn.network(users, items, SHAPE), SEED);
                    Cnn model = new Cnn(log.users(), log.items(), SHAPE, parameters);
                    return new CnnLearner(model, TRAINING, Adam.Form.ALGORITHM_1);
                })
                > .62);
    }

    private static Function<InteractionLog, Learner> literal(LiteralCnn.Reading reading) {
        return log -> {
            int users = log.users().size();
            int items = log.items().size();
            Parameters parameters = Parameters.initial(LiteralCnn.network(users, items, reading, SHAPE), SEED);
            LiteralCnn model = new LiteralCnn(log.users(), log.items(), reading, SHAPE, parameters);
            return new NetworkLearner(model, TRAINING, Adam.Form.ALGORITHM_1, SEED);
        };
    }

    private static double hitRate(Function<InteractionLog, Learner> learners) throws Exception {
        Split split = new LeaveOneOut().split(log(CONTEXT));
        Learner learner = learners.apply(split.log());
        TrainingData data = TrainingData.of(split, SEED);
        TrainingHistory history = new Trainer(TRAINING, SEED).train(learner, data, CONTEXT, TrainingListener.NONE);
        Map<String, Double> metrics = new LeaveOneOutProtocol(LeaveOneOutProtocol.SAMPLED, 10, SEED)
                .evaluate(
                        learner.model(),
                        split,
                        vitrine.data.Catalog.empty(split.log().items()),
                        CONTEXT)
                .metrics();
        System.out.println(learner.model().name() + ", best epoch " + history.bestEpoch() + ": " + metrics);
        return metrics.getOrDefault("hr", Double.NaN);
    }

    private static InteractionLog log(JobContext context) {
        String folder = System.getenv("VITRINE_DATA");
        Path file = Path.of(folder == null ? "" : folder, "ml-100k", "u.data");
        Assumptions.assumeTrue(
                folder != null && Files.exists(file), "set VITRINE_DATA to the folder that holds ml-100k/u.data");
        ReadRequest request = new ReadRequest(
                List.of(file),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of("user", "item", "value", "time"),
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                0,
                0,
                false);
        return new DataReader().read(request, context).log();
    }
}
