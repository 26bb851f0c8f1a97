package vitrine.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.train.TrainingListener;

/**
 * Makes the shipped sample study again: {@code mvn test -pl src/engine -Dtest=SampleStudyMaker}. The name keeps it out of
 * ordinary test runs. Needed after every change of the kernel, the trainer or the file format.
 */
class SampleStudyMaker {
    @Test
    void make() throws IOException {
        Path samples = Path.of("../../sample-data").toAbsolutePath().normalize();
        Path folder = samples.resolve("sample-study");
        delete(folder);
        JobContext context = new JobContext(Progress.NONE, CancellationToken.NEVER, 2);
        DataSession data = DataSession.open(SampleShop.options(samples), context);
        StudySession study = StudySession.in(folder);
        TrainRequest request = new TrainRequest(
                data.options(),
                "cnn",
                "loo",
                DemoAction.SETTINGS,
                42,
                Optional.of(study.nextModelFile("cnn")),
                Optional.empty(),
                true);
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE).run(request, context);
        int negatives = (Integer) run.result().parameters().get("negatives");
        StoredRun stored = study.recordTrain(request, run, Yardsticks.of(data, "loo", negatives, 42, context));
        StoredExplanation explained = explained(stored, run.session(), data, context);
        study.recordExplanation(explained);
        study.recordView(new StudyView(stored.id(), explained.user(), explained.item()));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        file, text.replace(folder.toString() + "/", "").replace(samples.toString() + "/", "../"));
            }
        }
    }

    /** The first product of the user a newcomer sees first. */
    private static StoredExplanation explained(
            StoredRun stored, ModelSession session, DataSession data, JobContext context) {
        String user = HeldOut.of(session, data).flatMap(HeldOut::goodExample).orElseThrow();
        OpenRanking list = OpenRanking.of(session, user, Set.of(), false);
        int item = list.items()[0];
        String method = OpenExplanation.choice(OpenExplanation.methods(session, list.query(), item), "");
        return StoredExplanation.of(
                stored.id(), user, session, OpenExplanation.of(session, list, item, method, 42, claim -> {}, context));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
