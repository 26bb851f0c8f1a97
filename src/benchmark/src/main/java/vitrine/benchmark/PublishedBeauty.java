package vitrine.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.IntStream;
import vitrine.assess.Protocol;
import vitrine.assess.Protocols;
import vitrine.data.Catalog;
import vitrine.data.InteractionLog;
import vitrine.data.ingest.DataReader;
import vitrine.data.ingest.ReadRequest;
import vitrine.data.split.Histories;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.model.Gru;
import vitrine.model.GruSettings;
import vitrine.model.InteractionMatrix;
import vitrine.model.Popularity;
import vitrine.model.Recommender;
import vitrine.network.Parameters;
import vitrine.run.JobContext;
import vitrine.train.SequenceLearner;
import vitrine.train.Trainer;
import vitrine.train.TrainingData;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingSettings;

/**
 * Amazon Beauty as S3-Rec splits it (Zhou and others, CIKM 2020): each user's last item is the test, the one before it chooses
 * the epoch, the rest trains; asked with everything before the test item, against all items the user does not have.
 * Popularity is counted three times: in what trains, in all but the test items, and in the whole file, test items included.
 */
public final class PublishedBeauty {
    private static final long SEED = 42;
    private static final int K = 10;

    private PublishedBeauty() {}

    /** @param arguments the file, one user a line; then epochs of the recurrent unit, 0 for none */
    public static void main(String[] arguments) {
        JobContext context = JobContext.quiet();
        InteractionLog log = new DataReader()
                .read(ReadRequest.of(Path.of(arguments[0])), context)
                .log();
        Split test = new LeaveOneOut().split(log);
        Split published = holdingBackTwo(test);
        System.out.println("model                              users    HR@10  nDCG@10");
        print("popularity in the training part", popularity(log, published.trainTargets()), test, context);
        print("popularity in all but the test", popularity(log, test.trainTargets()), test, context);
        int[] all = IntStream.range(0, log.size()).toArray();
        print("popularity in the whole file", popularity(log, all), test, context);
        int epochs = Integer.parseInt(arguments[1]);
        if (epochs > 0) {
            print("gru", gru(published, epochs, context), test, context);
        }
    }

    private static Recommender popularity(InteractionLog log, int[] rows) {
        return Popularity.fit(InteractionMatrix.of(log, rows));
    }

    /** The last training target of each user becomes the validation part. */
    private static Split holdingBackTwo(Split split) {
        InteractionLog log = split.log();
        int[] targets = split.trainTargets();
        int[] last = IntStream.range(1, targets.length)
                .filter(i -> log.user(targets[i]) == log.user(targets[i - 1])
                        && (i + 1 == targets.length || log.user(targets[i + 1]) != log.user(targets[i])))
                .map(i -> targets[i])
                .toArray();
        BitSet hidden = (BitSet) split.hidden().clone();
        Arrays.stream(last).forEach(hidden::set);
        int[] kept = Arrays.stream(targets)
                .filter(row -> Arrays.binarySearch(last, row) < 0)
                .toArray();
        Histories histories = Histories.of(log, row -> !hidden.get(row));
        return new Split("s3rec", log, kept, split.testTargets(), last, hidden, histories);
    }

    private static Recommender gru(Split split, int epochs, JobContext context) {
        TrainingSettings training = new TrainingSettings(epochs, 128, 3e-3, 50, 5, 0);
        GruSettings sizes = new GruSettings(64, 64, 10);
        InteractionLog log = split.log();
        Parameters start = Parameters.initial(Gru.network(log.items().size(), sizes, sizes.history(), 1), SEED);
        Gru model = new Gru(log.users(), log.items(), sizes, start);
        SequenceLearner learner = new SequenceLearner(model, training, false, 0.4, SEED);
        TrainingHistory history =
                new Trainer(training, SEED).train(learner, TrainingData.of(split, SEED), context, TrainingListener.NONE);
        System.err.println("epoch " + history.bestEpoch() + " of " + epochs);
        return model;
    }

    private static void print(String name, Recommender model, Split split, JobContext context) {
        Protocol protocol = Protocols.named("loo-full", K, SEED);
        SortedMap<String, Double> metrics = protocol.evaluate(
                        model, split, Catalog.empty(split.log().items()), context)
                .metrics();
        System.out.printf(
                Locale.ROOT,
                "%-33s  %5d  %7.4f  %7.4f%n",
                name,
                split.testTargets().length,
                metrics.get("hr"),
                metrics.get("ndcg"));
    }
}
