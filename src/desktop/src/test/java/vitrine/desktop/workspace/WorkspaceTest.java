package vitrine.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.DataSession;
import vitrine.action.LiveTraining;
import vitrine.action.StoredRun;
import vitrine.action.StudySession;
import vitrine.action.TrainRequest;
import vitrine.action.TrainedRun;
import vitrine.desktop.Bench;
import vitrine.desktop.screen.train.TrainingBench;
import vitrine.run.JobContext;
import vitrine.train.TrainingListener;

class WorkspaceTest {
    @TempDir
    private Path folder;

    @Test
    void a_study_opened_again_begins_where_it_was_left() {
        Path study;
        Position left;
        try (Bench bench = new Bench(folder).withShop(folder)) {
            TrainingBench.train(bench, "itemknn");
            Cursor cursor = bench.workspace().cursor();
            bench.await(() -> !cursor.position().user().isEmpty());
            String other = bench.call(() -> cursor.position().user().equals("u5") ? "u6" : "u5");
            bench.run(() -> cursor.go(cursor.position().withUser(other).withItem("p9")));
            left = cursor.position();
            study = bench.workspace().studyProperty().get().orElseThrow().folder();
            Position here = left;
            bench.await(() -> StudySession.in(study).view().user().equals(here.user()));
        }
        try (Bench bench = new Bench(folder)) {
            bench.run(() -> bench.workspace().open(StudySession.in(study)));
            bench.await(() -> bench.workspace().modelProperty().get().isPresent());
            assertEquals(left, bench.workspace().cursor().position());
        }
    }

    @Test
    void a_new_study_begins_at_a_user_of_the_model() {
        try (Bench bench = new Bench(folder).withShop(folder)) {
            TrainingBench.train(bench, "popularity");
            Cursor cursor = bench.workspace().cursor();
            bench.await(() -> !cursor.position().user().isEmpty());
            assertNotEquals("", cursor.position().model());
            assertTrue(bench.workspace()
                            .modelProperty()
                            .get()
                            .orElseThrow()
                            .session()
                            .model()
                            .users()
                            .indexOf(cursor.position().user())
                    >= 0);
        }
    }

    @Test
    void trainings_that_end_together_are_all_kept_in_their_order() {
        try (Bench bench = new Bench(folder).withShop(folder)) {
            StudySession study = bench.workspace().studyProperty().get().orElseThrow();
            DataSession data = bench.workspace().dataProperty().get().orElseThrow();
            List<TrainRequest> requests = List.of(
                    request(data, study, "popularity"),
                    request(data, study, "itemknn"),
                    request(data, study, "popularity"));
            List<TrainedRun> trained = requests.stream()
                    .map(request -> new LiveTraining(data, TrainingListener.NONE).run(request, JobContext.quiet()))
                    .toList();
            bench.run(() -> {
                for (int i = 0; i < requests.size(); i++) {
                    bench.workspace().addBeside(study, requests.get(i), trained.get(i), new TreeMap<>());
                }
            });
            bench.await(() -> bench.workspace().runs().size() == requests.size());
            List<String> ids = List.of("popularity-1", "itemknn-1", "popularity-2");
            assertEquals(
                    ids, bench.workspace().runs().stream().map(ModelRun::id).toList());
            assertEquals(
                    ids,
                    StudySession.in(study.folder()).runs().stream()
                            .map(StoredRun::id)
                            .toList());
        }
    }

    private static TrainRequest request(DataSession data, StudySession study, String model) {
        return new TrainRequest(
                data.options(), model, "loo", Map.of(), 42, Optional.of(study.nextModelFile(model)), true);
    }
}
