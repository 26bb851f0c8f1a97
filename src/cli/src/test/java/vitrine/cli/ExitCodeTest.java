package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.run.BadInputException;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;

class ExitCodeTest {
    private final Terminal terminal = new Terminal();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new BadInputException("Line 3 has no user."), 3),
                Arguments.of(new CannotAnswerException("This model has no layers."), 4),
                Arguments.of(new CancelledException("Stopped; epoch 2 was kept."), 130));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_the_user_can_act_on_is_one_sentence_and_its_code(Exception failure, int code) {
        terminal.fakes.failure = Optional.of(failure);
        assertEquals(code, terminal.run("demo", "--json"));
        assertEquals("", terminal.out());
        assertEquals(failure.getMessage() + System.lineSeparator(), terminal.err());
    }

    @Test
    void a_cancelled_job_ends_with_130() {
        terminal.fakes.during = terminal.cancellation::cancel;
        assertEquals(130, terminal.run("demo"));
        assertTrue(terminal.err().contains("Stopped"), terminal.err());
    }

    @Test
    void a_defect_names_the_log_and_shows_no_stack_trace() {
        terminal.fakes.failure = Optional.of(new IllegalStateException("boom"));
        assertEquals(1, terminal.run("demo"));
        assertTrue(terminal.err().contains("boom"), terminal.err());
        assertTrue(terminal.err().contains(Terminal.LOG.toString()), terminal.err());
        assertFalse(terminal.err().contains("at vitrine."), terminal.err());
    }

    @Test
    void without_a_log_the_details_are_shown() {
        terminal.withoutLog().fakes.failure = Optional.of(new IllegalStateException("boom"));
        assertEquals(1, terminal.run("demo"));
        assertTrue(terminal.err().contains("at vitrine."), terminal.err());
    }

    @Test
    void running_out_of_memory_says_how_to_give_more() {
        terminal.fakes.failure = Optional.of(new OutOfMemoryError("heap"));
        assertEquals(1, terminal.run("demo"));
        assertTrue(terminal.err().contains("VITRINE_JAVA_OPTIONS"), terminal.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "trian | there is no command \"trian\". Did you mean train?",
                "zzzzzz | there is no command \"zzzzzz\". See",
                "train --epoch 3 | there is no option --epoch. Did you mean --epochs?",
                "train --epoch=3 | there is no option --epoch. Did you mean --epochs?",
                "import a.csv | \"a.csv\" belongs to no option; files and ids follow one, such as --interactions.",
                "recommend --model m x | belongs to no option",
                "import | Name the data: --interactions FILE, or --study DIR",
                "import --interactions a --threads 0 | --threads must be between 1 and 1024, not 0.",
                "import --interactions a --threads x | 'x' is not a whole number",
                "import --interactions a --min-user -1 | --min-user must be at least 0, not -1.",
                "import --interactions a --min-value x | 'x' is not a number.",
                "import --interactions a --min-value NaN | --min-value must be a finite number.",
                "import --interactions a --events view=Infinity | weight of view must be a finite number.",
                "import --interactions a --events view | should be in KEY=VALUE",
                "import --interactions | Missing required parameter for option '--interactions'",
                "train --interactions a --seed 1.5 | '1.5' is not a whole number",
                "train --interactions a --seed 1 --seed 2 | option '--seed' (N) should be specified only once",
                "evaluate --interactions a | Missing required option: '--model=FILE|NAME'",
                "evaluate --interactions a --model x --test t --protocol loo99 | --test takes the place of --protocol",
                "evaluate --interactions a --model x --test-negatives t | --test-negatives goes with --test FILE",
                "evaluate --interactions a --model x --seeds 0 | --seeds must be 1 to 100 seeds, not 0",
                "evaluate --interactions a --model x --seeds 1,1 | --seeds must be up to 100 different seeds",
                "evaluate --interactions a --model x --k 0 | --k must be at least 1, not 0.",
                "recommend --model m | --user ID, or --history",
                "recommend --model m --user --json | --json",
                "recommend --model m --user u --top 0 | --top must be at least 1, not 0.",
                "explain --model m --user u | Missing required option: '--item=ID'",
                "explain --model m --user u --item i --steps 0 | --steps must be between 1 and 10000, not 0.",
                "explain --model m --user u --item i --top -1 | --top must be at least 0, not -1.",
                "generate --out d --users 0 | --users must be between 1 and 100000000, not 0.",
            })
    void wrong_usage_is_one_line_with_a_way_out(String line, String part) {
        assertEquals(2, terminal.run(line.split(" ")));
        assertEquals("", terminal.out());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
        assertTrue(terminal.err().contains(part), terminal.err());
        assertTrue(terminal.err().strip().endsWith("--help\"."), terminal.err());
    }

    @Test
    void no_argument_says_what_can_be_done() {
        assertEquals(0, terminal.run());
        assertTrue(terminal.out().contains("vitrine demo"), terminal.out());
        assertTrue(terminal.out().lines().count() < 12);
    }

    @Test
    void help_and_version_go_to_standard_output() {
        assertEquals(0, terminal.run("--help"));
        for (String verb :
                "import generate train evaluate compare search recommend explain counterfactual activations demo"
                        .split(" ")) {
            assertTrue(terminal.out().contains("  " + verb), verb);
        }
        assertEquals(0, terminal.run("train", "--help"));
        assertTrue(terminal.out().contains("--weight-decay"), terminal.out());
        assertEquals("", terminal.err());
        assertEquals(0, terminal.run("--version"));
        assertTrue(terminal.out().startsWith("vitrine 0.1.0"), terminal.out());
    }
}
