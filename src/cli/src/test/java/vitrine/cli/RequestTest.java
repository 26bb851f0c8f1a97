package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.action.ActivationsRequest;
import vitrine.action.AssessRequest;
import vitrine.action.BenchmarkRequest;
import vitrine.action.CompareRequest;
import vitrine.action.CounterfactualRequest;
import vitrine.action.DataOptions;
import vitrine.action.DemoRequest;
import vitrine.action.EvaluateRequest;
import vitrine.action.ExplainRequest;
import vitrine.action.GenerateRequest;
import vitrine.action.GivenFiles;
import vitrine.action.RecommendRequest;
import vitrine.action.SearchRequest;
import vitrine.action.TrainRequest;

/** Flags become exactly the request the window would make. */
class RequestTest {
    private final Terminal terminal = new Terminal();

    @Test
    void every_data_option_arrives() {
        run("import --interactions a.csv --interactions b.csv --items i.csv --users u.csv --format tsv"
                + " --map user=household_id,item=product_id --columns user,item,-,time --cleaning c.json"
                + " --events purchase=1,cart=0.5,return=-1 --min-value 3 --min-user 5 --min-item 2"
                + " --products-only");
        assertEquals(
                new DataOptions(
                        List.of(Path.of("a.csv"), Path.of("b.csv")),
                        Optional.of(Path.of("i.csv")),
                        Optional.of(Path.of("u.csv")),
                        Optional.of("tsv"),
                        Map.of("user", "household_id", "item", "product_id"),
                        List.of("user", "item", "-", "time"),
                        Optional.of(Path.of("c.json")),
                        Map.of("purchase", 1.0, "cart", .5, "return", -1.0),
                        OptionalDouble.of(3),
                        5,
                        2,
                        true),
                terminal.fakes.asked(DataOptions.class));
    }

    @Test
    void what_is_not_given_is_guessed() {
        run("import --interactions a.csv");
        assertEquals(DataOptions.of(Path.of("a.csv")), terminal.fakes.asked(DataOptions.class));
        assertEquals(Runtime.getRuntime().availableProcessors(), context().threads());
    }

    @Test
    void hyper_parameters_are_passed_on_as_they_were_typed() {
        run("train --interactions a.csv --model itemknn --split loo --epochs 10 --batch 1024 --lr 1e-3 --negatives 4"
                + " --patience 3 --weight-decay 0 --dropout .1 --dim 16 --filters 32 --kernel 3 --history 20"
                + " --neighbours 100 --seed 7 --threads 1 --out m.vitrine --without-histories");
        Map<String, String> parameters = Map.ofEntries(
                Map.entry("epochs", "10"),
                Map.entry("batch", "1024"),
                Map.entry("lr", "1e-3"),
                Map.entry("negatives", "4"),
                Map.entry("patience", "3"),
                Map.entry("weight-decay", "0"),
                Map.entry("dropout", ".1"),
                Map.entry("dim", "16"),
                Map.entry("filters", "32"),
                Map.entry("kernel", "3"),
                Map.entry("history", "20"),
                Map.entry("neighbours", "100"));
        assertEquals(
                new TrainRequest(
                        DataOptions.of(Path.of("a.csv")),
                        "itemknn",
                        "loo",
                        parameters,
                        7,
                        Optional.of(Path.of("m.vitrine")),
                        Optional.empty(),
                        false),
                terminal.fakes.asked(TrainRequest.class));
        assertEquals(1, context().threads());
    }

    @Test
    void training_may_be_sampled_warmed_up_kept_and_resumed() {
        run("train --interactions a.csv --sampling popularity --warmup 0.1 --checkpoint-every 30s --out m.vitrine");
        TrainRequest asked = terminal.fakes.asked(TrainRequest.class);
        assertEquals(Map.of("sampling", "popularity", "warmup", "0.1"), asked.parameters());
        assertEquals(Optional.of("30s"), asked.checkpointEvery());
        assertEquals(Optional.empty(), asked.resume());
        run("train --interactions a.csv --resume m.vitrine.checkpoint --epochs 30 --out m.vitrine");
        asked = terminal.fakes.asked(TrainRequest.class);
        assertEquals(Optional.of(Path.of("m.vitrine.checkpoint")), asked.resume());
        assertEquals(Map.of("epochs", "30"), asked.parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--model cnn", "--split none", "--seed 42"})
    void what_the_checkpoint_decides_cannot_be_given_beside_it(String flag) {
        String line = "train --interactions a.csv --resume m.vitrine.checkpoint " + flag;
        assertEquals(2, terminal.run(line.split(" ")));
        assertTrue(terminal.err().contains("leave out " + flag.split(" ")[0]), terminal.err());
    }

    @Test
    void train_has_sensible_defaults() {
        run("train --interactions a.csv");
        assertEquals(
                new TrainRequest(
                        DataOptions.of(Path.of("a.csv")),
                        "cnn",
                        "none",
                        Map.of(),
                        42,
                        Optional.empty(),
                        Optional.empty(),
                        true),
                terminal.fakes.asked(TrainRequest.class));
    }

    @Test
    void evaluate_asks_for_the_protocol() {
        run("evaluate --interactions a.csv --model popularity --protocol loo-full --k 20 --epochs 2");
        assertEquals(
                new EvaluateRequest(
                        DataOptions.of(Path.of("a.csv")), "popularity", Map.of("epochs", "2"), "loo-full", 20, 42),
                terminal.fakes.asked(EvaluateRequest.class));
    }

    @Test
    void evaluate_takes_given_files_seeds_and_groups() {
        run("evaluate --interactions a.csv --model popularity --test t --test-columns user,item --test-negatives n"
                + " --seeds 3 --seed 5 --groups activity");
        assertEquals(
                new EvaluateRequest(
                        DataOptions.of(Path.of("a.csv")),
                        "popularity",
                        Map.of(),
                        "loo99",
                        10,
                        5,
                        Optional.of(new GivenFiles(Path.of("t"), List.of("user", "item"), Optional.of(Path.of("n")))),
                        List.of(5L, 6L, 7L),
                        Optional.of("activity")),
                terminal.fakes.asked(EvaluateRequest.class));
    }

    @Test
    void compare_takes_models_and_a_user() {
        run("compare --interactions a.csv --models ease,m.vitrine --protocol strat75 --k 5 --user 007");
        assertEquals(
                new CompareRequest(
                        DataOptions.of(Path.of("a.csv")),
                        List.of("ease", "m.vitrine"),
                        "strat75",
                        5,
                        42,
                        Optional.empty(),
                        Optional.of("007")),
                terminal.fakes.asked(CompareRequest.class));
    }

    @Test
    void assess_takes_methods_and_seeds() {
        run("assess --model m --users 9 --methods occlusion,exact --seeds 2 --items-per-user 3 --budget 50 --seed 7");
        assertEquals(
                new AssessRequest(Path.of("m"), 9, List.of("occlusion", "exact"), 3, 50, List.of(7L, 8L), 7),
                terminal.fakes.asked(AssessRequest.class));
        run("assess --model m");
        assertEquals(
                new AssessRequest(Path.of("m"), 100, List.of(), 1, 200, List.of(42L, 43L, 44L, 45L, 46L), 42),
                terminal.fakes.asked(AssessRequest.class));
    }

    @Test
    void search_takes_what_is_fixed_and_a_budget() {
        run("search --interactions a.csv --model neumf --epochs 5 --budget 9 --minutes 2 --strategy halving"
                + " --metric hr --trials t.jsonl");
        assertEquals(
                new SearchRequest(
                        DataOptions.of(Path.of("a.csv")),
                        "neumf",
                        Map.of("epochs", "5"),
                        "loo99",
                        10,
                        "hr",
                        "halving",
                        9,
                        OptionalDouble.of(2),
                        42,
                        Optional.of(Path.of("t.jsonl"))),
                terminal.fakes.asked(SearchRequest.class));
    }

    @Test
    void recommend_takes_a_user_or_a_history() {
        run("recommend --model m --user 007 --top 3 --include-seen");
        assertEquals(
                new RecommendRequest(Path.of("m"), Optional.of("007"), Optional.empty(), 3, true),
                terminal.fakes.asked(RecommendRequest.class));
        run("recommend --model m --history a,b,c");
        assertEquals(
                new RecommendRequest(Path.of("m"), Optional.empty(), Optional.of(List.of("a", "b", "c")), 10, false),
                terminal.fakes.asked(RecommendRequest.class));
        assertEquals(0, terminal.run("recommend", "--model", "m", "--history", ""), terminal::err);
        assertEquals(
                Optional.of(List.of()),
                terminal.fakes.asked(RecommendRequest.class).history());
    }

    @Test
    void a_context_is_names_and_values() {
        Map<String, String> context = Map.of("hour", "20", "region", "a, b", "user.age", "30=x");
        String words = "hour=20,\"region=a, b\",user.age=30=x";
        assertEquals(0, terminal.run("recommend", "--model", "m", "--user", "u", "--context", words), terminal::err);
        assertEquals(context, terminal.fakes.asked(RecommendRequest.class).context());
        assertEquals(
                0,
                terminal.run("explain", "--model", "m", "--user", "u", "--item", "i", "--context", words),
                terminal::err);
        assertEquals(context, terminal.fakes.asked(ExplainRequest.class).context());
        assertEquals(
                0,
                terminal.run("activations", "--model", "m", "--user", "u", "--item", "i", "--context", words),
                terminal::err);
        assertEquals(context, terminal.fakes.asked(ActivationsRequest.class).context());
        for (String wrong : List.of("hour", "=20", "hour=", "hour=1,hour=2")) {
            assertEquals(2, terminal.run("recommend", "--model", "m", "--user", "u", "--context", wrong), wrong);
        }
    }

    @Test
    void a_counterfactual_knows_what_stays_and_how_far_to_look() {
        run("counterfactual --model m --user u --item i --k 5 --max-size 2 --keep a,b,hour --lift --questions 99");
        assertEquals(
                new CounterfactualRequest(
                        Path.of("m"),
                        Optional.of("u"),
                        Optional.empty(),
                        "i",
                        5,
                        2,
                        List.of("a", "b", "hour"),
                        true,
                        99,
                        Map.of()),
                terminal.fakes.asked(CounterfactualRequest.class));
        run("counterfactual --model m --history a --item i");
        CounterfactualRequest plain = terminal.fakes.asked(CounterfactualRequest.class);
        assertEquals(10, plain.k());
        assertEquals(3, plain.maxSize());
        assertEquals(List.of(), plain.keep());
        for (String wrong : List.of("--k 0", "--max-size 0", "--max-size 7", "--questions 0")) {
            String[] flags = ("counterfactual --model m --user u --item i " + wrong).split(" ");
            assertEquals(2, terminal.run(flags), wrong);
        }
    }

    @Test
    void explain_and_activations_take_the_same_question() {
        run("explain --model m --user u --item i --method occlusion --steps 20 --top 5 --seed 3");
        assertEquals(
                new ExplainRequest(Path.of("m"), Optional.of("u"), Optional.empty(), "i", "occlusion", 20, 5, 3),
                terminal.fakes.asked(ExplainRequest.class));
        run("explain --model m --user u --item i --against j");
        assertEquals(
                Optional.of("j"), terminal.fakes.asked(ExplainRequest.class).against());
        run("explain --model m --history a --item i");
        assertEquals(
                new ExplainRequest(
                        Path.of("m"),
                        Optional.empty(),
                        Optional.of(List.of("a")),
                        "i",
                        "integrated-gradients",
                        50,
                        0,
                        42),
                terminal.fakes.asked(ExplainRequest.class));
        run("activations --model m --user u --item i");
        assertEquals(
                new ActivationsRequest(Path.of("m"), Optional.of("u"), Optional.empty(), "i"),
                terminal.fakes.asked(ActivationsRequest.class));
    }

    @Test
    void ids_may_look_like_anything() {
        run("recommend --model m --user @home");
        assertEquals(
                Optional.of("@home"),
                terminal.fakes.asked(RecommendRequest.class).user());
        run("recommend --model m --user -5");
        assertEquals(
                Optional.of("-5"), terminal.fakes.asked(RecommendRequest.class).user());
        assertEquals(0, terminal.run("explain", "--model", "m", "--user", "${x}", "--item", "a b=\"c\""));
        assertEquals(
                Optional.of("${x}"), terminal.fakes.asked(ExplainRequest.class).user());
        assertEquals("a b=\"c\"", terminal.fakes.asked(ExplainRequest.class).item());
    }

    @Test
    void generate_and_demo_know_their_sizes_and_places() {
        run("generate --out shop --seed 1 --users 10 --items 20 --events 300");
        assertEquals(new GenerateRequest(Path.of("shop"), 1, 10, 20, 300), terminal.fakes.asked(GenerateRequest.class));
        run("generate --out shop");
        assertEquals(
                new GenerateRequest(Path.of("shop"), 42, 2_000, 800, 150_000),
                terminal.fakes.asked(GenerateRequest.class));
        run("demo");
        assertEquals(
                new DemoRequest(Path.of("sample-data"), Path.of("vitrine-demo"), 42),
                terminal.fakes.asked(DemoRequest.class));
    }

    @Test
    void benchmark_takes_all_works_or_some_and_may_compare() {
        run("benchmark");
        assertEquals(
                new BenchmarkRequest(false, List.of(), Optional.empty(), 42),
                terminal.fakes.asked(BenchmarkRequest.class));
        run("benchmark --quick --only a,b --peers bench --seed 3 --threads 2");
        assertEquals(
                new BenchmarkRequest(true, List.of("a", "b"), Optional.of(Path.of("bench")), 3),
                terminal.fakes.asked(BenchmarkRequest.class));
        assertEquals(2, context().threads());
    }

    private void run(String line) {
        assertEquals(0, terminal.run(line.split(" ")), terminal::err);
    }

    private vitrine.run.JobContext context() {
        return java.util.Objects.requireNonNull(terminal.fakes.context.get());
    }
}
