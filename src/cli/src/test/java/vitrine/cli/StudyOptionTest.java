package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.DataOptions;
import vitrine.action.EvaluateRequest;
import vitrine.action.TrainRequest;
import vitrine.run.BadInputException;
import vitrine.study.Study;
import vitrine.study.StudyStep;

class StudyOptionTest {
    private final Terminal terminal = new Terminal();

    @TempDir
    Path temp;

    @Test
    void every_step_is_recorded_and_its_data_is_found_again() {
        String study = temp.resolve("study").toString();
        String data = temp.resolve("a.csv").toString();
        assertEquals(0, terminal.run("import", "--interactions", data, "--map", "user=u", "--study", study));
        assertEquals(0, terminal.run("train", "--study", study, "--split", "loo", "--lr", "0.01"), terminal::err);
        DataOptions options = terminal.fakes.asked(TrainRequest.class).data();
        assertEquals(List.of(temp.resolve("a.csv")), options.interactions());
        assertEquals(Map.of("user", "u"), options.mapping());
        assertEquals(0, terminal.run("recommend", "--model", "m", "--user", "1", "--study", study));
        assertEquals(0, terminal.run("evaluate", "--model", "m", "--study", study), terminal::err);
        assertEquals(options, terminal.fakes.asked(EvaluateRequest.class).data());

        List<StudyStep> steps = Study.open(temp.resolve("study")).steps();
        assertEquals(
                List.of("import", "train", "recommend", "evaluate"),
                steps.stream().map(StudyStep::verb).toList());
        assertEquals("0.01", steps.get(1).request().at("/parameters/lr").textValue());
    }

    @Test
    void a_recorded_request_reads_back_as_the_same_request() {
        String study = temp.toString();
        String data = temp.resolve("a.csv").toString();
        assertEquals(
                0,
                terminal.run(
                        "train",
                        "--interactions",
                        data,
                        "--epochs",
                        "3",
                        "--events",
                        "view=.1",
                        "--min-value",
                        "2",
                        "--out",
                        temp.resolve("m.vitrine").toString(),
                        "--study",
                        study));
        Study book = Study.open(temp);
        assertEquals(
                terminal.fakes.asked(TrainRequest.class),
                book.read(book.steps().get(0).request(), TrainRequest.class));
    }

    @Test
    void a_failed_step_is_not_recorded() {
        terminal.fakes.failure = Optional.of(new BadInputException("No."));
        assertEquals(3, terminal.run("import", "--interactions", "a.csv", "--study", temp.toString()));
        assertFalse(Files.exists(temp.resolve("study.json")));
    }

    @Test
    void a_study_that_cannot_be_used_is_refused_before_the_work() throws IOException {
        Files.writeString(temp.resolve("study.json"), "{\"schema\": 9}");
        assertEquals(3, terminal.run("import", "--interactions", "a.csv", "--study", temp.toString()));
        assertTrue(terminal.err().contains("newer Vitrine"), terminal.err());
        assertNull(terminal.fakes.request.get());
    }

    @Test
    void a_study_without_data_says_so() {
        assertEquals(3, terminal.run("train", "--study", temp.toString()));
        assertTrue(terminal.err().contains("holds no study"), terminal.err());
        assertEquals(0, terminal.run("demo", "--study", temp.toString()));
        assertEquals(3, terminal.run("train", "--study", temp.toString()));
        assertTrue(terminal.err().contains("no step that read data"), terminal.err());
    }

    @Test
    void data_options_beside_a_study_need_interactions() {
        assertEquals(2, terminal.run("train", "--study", temp.toString(), "--min-user", "5"));
        assertTrue(terminal.err().contains("leave the others out"), terminal.err());
    }
}
