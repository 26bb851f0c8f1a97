package vitrine.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.BadInputException;

class StudyTest {
    record Question(List<Path> files, Optional<Path> items, Map<String, Double> weights, OptionalDouble least) {}

    record Answer(String what, double seconds, List<Inner> parts, int threads) {}

    record Inner(double value, double milliseconds) {}

    @TempDir
    Path temp;

    private final Question question =
            new Question(List.of(Path.of("a.csv")), Optional.empty(), Map.of("b", 1.0, "a", .5), OptionalDouble.of(3));
    private final Answer answer = new Answer("x", 1.5, List.of(new Inner(2, 7)), 2);

    @Test
    void remembers_steps_in_order_and_gives_the_request_back_as_it_was() {
        Study study = Study.openOrCreate(temp.resolve("s"));
        assertTrue(study.steps().isEmpty());
        assertFalse(Files.exists(temp.resolve("s")), "nothing is written before the first step");
        study.append("import", question, answer);
        study.append("train", Map.of("data", question), answer);

        List<StudyStep> steps = Study.open(temp.resolve("s")).steps();
        assertEquals(
                List.of("import", "train"), steps.stream().map(StudyStep::verb).toList());
        Question back = study.read(steps.get(1).request().get("data"), Question.class);
        assertEquals(List.of(Path.of("a.csv").toAbsolutePath()), back.files());
        assertEquals(question.weights(), back.weights());
        assertEquals(question.least(), back.least());
        assertEquals(Optional.empty(), back.items());
    }

    @Test
    void the_same_steps_give_the_same_bytes() throws IOException {
        Study.openOrCreate(temp.resolve("a")).append("import", question, answer);
        Study.openOrCreate(temp.resolve("b")).append("import", question, answer);
        assertArrayEquals(
                Files.readAllBytes(temp.resolve("a/study.json")), Files.readAllBytes(temp.resolve("b/study.json")));
    }

    @Test
    void files_inside_the_folder_move_with_it() throws IOException {
        Path first = temp.resolve("first");
        Question inside = new Question(
                List.of(first.resolve("log.csv")),
                Optional.of(temp.resolve("o.csv")),
                Map.of(),
                OptionalDouble.empty());
        Study.openOrCreate(first).append("import", inside, answer);
        Path second = Files.move(first, temp.resolve("second"));
        Study moved = Study.open(second);
        Question back = moved.read(moved.steps().get(0).request(), Question.class);
        assertEquals(List.of(second.resolve("log.csv")), back.files());
        assertEquals(Optional.of(temp.resolve("o.csv")), back.items());
        assertEquals(second, moved.folder());
    }

    @Test
    void the_fingerprint_sees_the_answer_but_not_how_long_it_took() {
        Study study = Study.openOrCreate(temp);
        String sha = study.append("x", question, answer).resultSha256();
        Answer slower = new Answer("x", 99, List.of(new Inner(2, 1234)), 1);
        Answer other = new Answer("x", 1.5, List.of(new Inner(2.5, 7)), 2);
        assertEquals(sha, study.append("x", question, slower).resultSha256());
        assertNotEquals(sha, study.append("x", question, other).resultSha256());
    }

    @Test
    void a_newer_study_is_refused_and_left_alone() throws IOException {
        Files.writeString(temp.resolve("study.json"), "{\"schema\": 2, \"steps\": []}");
        assertSentence("newer Vitrine", () -> Study.open(temp));
        assertSentence("newer Vitrine", () -> Study.openOrCreate(temp));
        assertEquals("{\"schema\": 2, \"steps\": []}", Files.readString(temp.resolve("study.json")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{} x",
                "{\"schema\": 1}",
                "{\"schema\": \"1\", \"steps\": []}",
                "{\"schema\": 0, \"steps\": []}",
                "{\"schema\": 1, \"steps\": [{\"verb\": \"x\"}]}",
                "{\"schema\": 1, \"steps\": [{\"verb\": \"x\", \"request\": {}, \"resultSha256\": \"00\"}]}"
            })
    void a_damaged_study_is_refused_with_a_sentence(String text) throws IOException {
        Files.writeString(temp.resolve("study.json"), text);
        assertSentence("is damaged", () -> Study.open(temp));
    }

    @Test
    void a_request_of_another_shape_is_refused_with_a_sentence() {
        Study study = Study.openOrCreate(temp);
        var wrong = JsonNodeFactory.instance.objectNode().put("files", 3);
        assertSentence("is damaged", () -> study.read(wrong, Question.class));
    }

    @Test
    void a_huge_file_is_refused_before_it_is_read() throws IOException {
        try (var file = new java.io.RandomAccessFile(temp.resolve("study.json").toFile(), "rw")) {
            file.setLength((16L << 20) + 1);
        }
        assertSentence("larger than 16 MB", () -> Study.open(temp));
    }

    @Test
    void a_folder_without_a_study_cannot_be_opened_and_a_file_is_no_study() throws IOException {
        assertSentence("holds no study", () -> Study.open(temp));
        Path file = Files.writeString(temp.resolve("f"), "x");
        assertSentence("is a file", () -> Study.openOrCreate(file));
        assertSentence(
                "Cannot record", () -> Study.openOrCreate(file.resolve("sub")).append("x", question, answer));
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable work) {
        String message =
                String.valueOf(assertThrows(BadInputException.class, work).getMessage());
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
