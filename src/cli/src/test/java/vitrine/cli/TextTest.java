package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vitrine.action.EvaluateResult;
import vitrine.action.ExplainResult;
import vitrine.action.RecommendResult;
import vitrine.action.SearchResult;
import vitrine.action.SearchResult.Trial;
import vitrine.cli.text.EvaluateText;
import vitrine.cli.text.ExplainText;
import vitrine.cli.text.RecommendText;
import vitrine.cli.text.SearchText;

/** Without --json: text that says the same. */
class TextTest {
    private final Terminal terminal = new Terminal();

    @Test
    void a_counterfactual_names_the_changes_both_places_and_what_comes_in() {
        String text = run("counterfactual --model m --history a --item b");
        assertTrue(text.startsWith("What would take b (Tea) out of the top 10"), text);
        assertTrue(text.contains("without  a   Milk"), text);
        assertTrue(text.contains("rank 1, score 2.500  ->  rank 14, score 0.500"), text);
        assertTrue(text.contains("comes in: c  Coffee, rank 10"), text);
        assertTrue(text.contains("or: hour 20 in place of 9"), text);
        assertTrue(text.contains("Without Milk, Tea drops."), text);
    }

    @Test
    void an_explanation_shows_signs_verdict_sentence_and_controls() {
        String text = run("explain --model m --history a --item b");
        assertTrue(text.contains("+2.2500  ++++++++++++++++++++++++\n"), text);
        assertTrue(text.contains("-0.5000  -----\n"), text);
        assertTrue(text.contains("Verdict: SUPPORTED\nTea raised the score most.\n"), text);
        assertTrue(text.contains("control: random"), text);
        assertTrue(text.contains("Not tested: user"), text);
        assertTrue(text.contains("Convergence delta 0.0010"), text);
    }

    @Test
    void a_list_is_aligned_and_cannot_command_the_terminal() {
        String text = run("recommend --model m --user 007");
        assertFalse(text.contains("\u001b"), "a title may hold terminal commands");
        assertTrue(text.contains("User 007, 1 items in the history"), text);
        assertTrue(text.contains("   1  b     Pot"), text);
        assertTrue(text.contains("杯子?[2J"), text);
    }

    @Test
    void a_search_says_which_candidates_failed_and_puts_them_last() {
        Trial diverged = new Trial(0, 0, new TreeMap<>(Map.of("lr", "1")), null, true, 1);
        Trial measured = new Trial(1, 0, new TreeMap<>(Map.of("lr", "0.001")), .25, true, 1);
        String text = SearchText.of(new SearchResult(
                "neumf",
                "loo99, validation",
                "ndcg",
                "random",
                2,
                new TreeMap<>(),
                List.of(diverged, measured),
                Optional.of(measured),
                true,
                0,
                2.5));
        assertTrue(text.contains("1 of them failed"), text);
        assertTrue(text.indexOf("0.2500") < text.indexOf("failed  "), text);
    }

    @Test
    void an_import_lists_steps_columns_and_rejected_rows() {
        String text = run("import --interactions a.csv");
        assertTrue(text.contains("Read 10 rows, kept 8"), text);
        assertTrue(text.contains("missing-user       10      8        2        0"), text);
        assertTrue(text.contains("a.csv           7  no time"), text);
    }

    @Test
    void training_shows_its_yardsticks() {
        String text = run("train --interactions a.csv");
        assertTrue(text.contains("0.5004"), text);
        assertTrue(text.contains("Parameters: epochs=1, lr=0.001"), text);
        assertTrue(text.contains("Probabilities: calibrated on the held-back item of 943 users"), text);
        assertTrue(text.contains("Saved as m.vitrine"), text);
    }

    @Test
    void measures_come_with_their_protocol() {
        String text = run("evaluate --interactions a.csv --model cnn");
        assertTrue(text.startsWith("cnn under protocol loo-full, k = 10, 943 users"), text);
        assertTrue(text.contains("hr         0.5000"), text);
        assertTrue(text.contains("0.02518   0.02350  0.01900 to 0.02900      3,745\n"), text);
        assertTrue(text.contains("0.00009 to 0.00013  1,132,986  outside"), text);
        assertTrue(
                text.contains("Calibration error 0.097 of the events; true probabilities would scatter by about 0.082"),
                text);
    }

    @Test
    void beside_means_over_seeds_probabilities_name_theirs() {
        EvaluateResult one = Fakes.evaluated();
        assertFalse(EvaluateText.of(one).contains("of seed"), EvaluateText.of(one));
        EvaluateResult two = new EvaluateResult(
                one.model(),
                one.protocol(),
                one.k(),
                one.users(),
                one.metrics(),
                one.seconds(),
                one.usersWithoutTest(),
                one.intervals(),
                "seeds",
                List.of(
                        new EvaluateResult.SeedMeasures(42, new TreeMap<>()),
                        new EvaluateResult.SeedMeasures(43, new TreeMap<>())),
                one.groups(),
                one.given(),
                one.trainSeconds(),
                one.scoreSeconds(),
                one.reliability());
        assertTrue(EvaluateText.of(two).contains("943 users, of seed 42 alone\n"), EvaluateText.of(two));
    }

    @Test
    void a_probability_that_is_not_zero_is_never_printed_as_zero() {
        String list = RecommendText.of(new RecommendResult(
                "007",
                List.of(),
                List.of(
                        new RecommendResult.Ranked(1, "b", "Pot", 1.25, .0251, "none"),
                        new RecommendResult.Ranked(2, "c", "Cup", 1, .00003, "none")),
                false,
                1,
                null));
        assertTrue(list.contains("2.51 %") && list.contains("< 0.01 %"), list);
        ExplainResult e = Fakes.explained();
        String explained = ExplainText.of(new ExplainResult(
                e.user(),
                e.item(),
                e.title(),
                e.score(),
                .00003,
                e.baselineScore(),
                e.method(),
                e.parts(),
                e.convergenceDelta(),
                e.methodFigures(),
                e.faithfulness(),
                e.sentence(),
                e.foldedIn(),
                e.milliseconds(),
                e.against(),
                e.margin(),
                e.referenceMargin()));
        assertTrue(explained.contains("probability < 0.01 %;"), explained);
    }

    @Test
    void models_stand_side_by_side() {
        String text = run("compare --interactions a.csv --models ease,itemknn");
        assertTrue(text.startsWith("Protocol loo99, k = 10, 943 users (1 have nothing held out)"), text);
        assertTrue(text.contains("ease - itemknn"), text);
        assertTrue(text.contains("Tea *"), text);
    }

    @Test
    void a_search_says_what_to_type() {
        assertTrue(run("search --interactions a.csv --model neumf").contains("Best: --lr 1.00e-03"));
    }

    @Test
    void the_rest_says_where_things_are() {
        assertTrue(run("generate --out shop").contains("Wrote shop/events.csv"));
        assertTrue(run("demo").contains("out/report.html"));
        String benchmark = run("benchmark");
        assertTrue(benchmark.contains("Some CPU, 2 cores, Linux, Java 17, plain loops, heap up to 512 MB"), benchmark);
        assertTrue(
                benchmark
                        .replaceAll(" +", " ")
                        .contains("1,250 examples/s 1,000-1,300 158 500.0 2.50 PyTorch, fused, 1"),
                benchmark);
        String layers = run("activations --model m --user 007 --item b");
        assertTrue(layers.contains("1 x 2"), layers);
    }

    private String run(String line) {
        assertEquals(0, terminal.run(line.split(" ")), terminal::err);
        return terminal.out();
    }
}
