package vitrine.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.StudySession;
import vitrine.desktop.Bench;
import vitrine.desktop.screen.train.TrainingBench;

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
}
