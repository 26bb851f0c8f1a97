package vitrine.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vitrine.data.Catalog;
import vitrine.metric.PartialTopK;
import vitrine.model.NeuMf;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.provenance.DataFingerprint;
import vitrine.provenance.Provenance;
import vitrine.run.ChildProcess;

/** From the start of a process to its end, in which a stored NeuMF is read and a first user's list made. */
final class FirstScoreWork implements Work {
    private static final long MOST_SECONDS = 60;
    private static final int LEAST_RUNS = 3;

    @Override
    public String name() {
        return "first-list";
    }

    @Override
    public String description() {
        return "NeuMF, a new process reads its file and makes a first list";
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public boolean moreIsBetter() {
        return false;
    }

    @Override
    public boolean usesThreads() {
        return false;
    }

    @Override
    public Reading measure(Conditions conditions) {
        try {
            Path file = Files.createTempFile("vitrine-speed", ".vitrine");
            try {
                ModelFile.write(trained(conditions.seed()), file);
                return times(file, conditions);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading times(Path file, Conditions conditions) {
        int runs = (int) Math.max(LEAST_RUNS, conditions.seconds());
        return Reading.of(IntStream.range(0, runs)
                .mapToDouble(run -> {
                    long start = System.nanoTime();
                    ChildProcess.java(FirstScoreWork.class, List.of(file.toString()), MOST_SECONDS)
                            .run(conditions.cancellation());
                    return (System.nanoTime() - start) / 1e9;
                })
                .toArray());
    }

    private static TrainedModel trained(long seed) {
        NeuMf model = RankingWork.model(seed);
        Provenance provenance =
                Provenance.of(DataFingerprint.sha256(digest -> digest.update((byte) 0)), "none", seed, Map.of());
        return new TrainedModel(model, Catalog.empty(model.items()), Optional.empty(), provenance);
    }

    /** @param arguments the model file */
    public static void main(String[] arguments) {
        Recommender model = ModelFile.read(Path.of(arguments[0])).recommender();
        int[] items = IntStream.range(0, model.items().size()).toArray();
        double[] scores = new double[items.length];
        model.score(Query.of(0), items, scores);
        if (PartialTopK.of(scores, 10).length != 10) {
            throw new IllegalStateException("no list");
        }
    }
}
