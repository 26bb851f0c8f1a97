package vitrine.assess;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vitrine.data.InteractionLog;
import vitrine.data.ingest.DataReader;
import vitrine.data.ingest.ReadRequest;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.model.CnnSettings;
import vitrine.model.LiteralCnn;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.train.EpochRecord;
import vitrine.train.ExecutorLearner;
import vitrine.train.Trainer;
import vitrine.train.TrainingData;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingSettings;

/**
 * The figures of the decision record on the article's network, on ML-100K. Takes minutes, so it runs only when named: {@code mvn test -pl
 * src/engine -Dtest=LiteralReadingsMeasurement} with VITRINE_DATA set.
 */
class LiteralReadingsMeasurement {
    private static final long SEED = 42;

    @Test
    void theTwoTokenReadingKnowsNoHistory() throws Exception {
        assertTrue(hitRate(LiteralCnn.Reading.TWO_TOKENS) < .60);
    }

    @Test
    void theSequenceReadingStaysNearPopularity() throws Exception {
        assertTrue(hitRate(LiteralCnn.Reading.SEQUENCE) < .60);
    }

    private static double hitRate(LiteralCnn.Reading reading) throws Exception {
        JobContext context = new JobContext(Progress.NONE, () -> false, 2);
        Split split = new LeaveOneOut().split(log(context));
        CnnSettings settings = CnnSettings.DEFAULTS;
        InteractionLog log = split.log();
        Parameters parameters = Parameters.initial(
                LiteralCnn.network(log.users().size(), log.items().size(), reading, settings), SEED);
        LiteralCnn model = new LiteralCnn(log.users(), log.items(), reading, settings, parameters);
        TrainingSettings training = new TrainingSettings(10, 1024, 1e-3, 4, 0, 0);
        TrainingHistory history = new Trainer(training, SEED)
                .train(
                        new ExecutorLearner(model, training, Adam.Form.ALGORITHM_1),
                        TrainingData.of(split, SEED),
                        context,
                        new TrainingListener() {
                            @Override
                            public void onEpoch(
                                    EpochRecord epoch,
                                    java.util.function.Supplier<vitrine.model.Recommender> snapshot) {
                                System.out.println(epoch);
                            }
                        });
        Map<String, Double> metrics = new LeaveOneOutProtocol(LeaveOneOutProtocol.SAMPLED, 10, SEED)
                .evaluate(model, split, context)
                .metrics();
        System.out.println(reading.modelName() + " best epoch " + history.bestEpoch() + " " + metrics);
        return metrics.getOrDefault("hr", 1.0);
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
