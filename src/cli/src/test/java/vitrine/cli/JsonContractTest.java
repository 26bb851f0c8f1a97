package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The field names scripts rely on, in their order. */
class JsonContractTest {
    private final Terminal terminal = new Terminal();

    @Test
    void import_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("import", "--interactions", "a.csv");
        assertFields(
                json,
                "rowsRead rowsKept users items interactions density firstTime lastTime steps rejected columns seconds"
                        + " rowsPerSecond");
        assertFields(json.at("/steps/0"), "name rowsBefore rowsAfter touched");
        assertFields(json.at("/rejected/0"), "file line reason");
        assertFields(json.at("/columns/0"), "name type missing distinct");
    }

    @Test
    void generate_has_the_fields_of_the_contract() throws IOException {
        assertFields(run("generate", "--out", "shop"), "files users items events");
    }

    @Test
    void train_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("train", "--interactions", "a.csv");
        assertFields(json, "model epochs parameters provenance baseRateLoss alwaysNoAccuracy file probabilities");
        assertFields(json.at("/probabilities"), "outcome method event slope users reliability");
        assertFields(json.at("/epochs/0"), "epoch loss accuracy validation seconds examplesPerSecond");
        assertFields(json.at("/provenance"), "dataSha256 split seed threads versions");
    }

    @Test
    void evaluate_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("evaluate", "--interactions", "a.csv", "--model", "cnn");
        assertFields(
                json,
                "model protocol k users metrics seconds usersWithoutTest intervals intervalsOver seeds groups given"
                        + " trainSeconds scoreSeconds reliability");
        assertFields(json.at("/reliability"), "outcome event seed users bins calibrationError chanceError");
        assertFields(json.at("/reliability/bins/0"), "predicted observed low high n");
        assertFields(json.at("/metrics"), "accuracy auc hr loss map mrr ndcg precision recall");
    }

    @Test
    void compare_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("compare", "--interactions", "a.csv", "--models", "ease,itemknn");
        assertFields(json, "protocol k users usersWithoutTest models tests overlap user seconds");
        assertFields(json.at("/models/0"), "name model metrics intervals trainSeconds scoreSeconds");
        assertFields(json.at("/tests/0"), "a b metric p pHolm test difference low high n better worse");
        assertFields(json.at("/overlap/0"), "a b depth rbo persistence jaccard histogram disagreements");
        assertFields(json.at("/user"), "user history heldOut lists");
        assertFields(json.at("/user/lists/0/items/0"), "rank item title score ranks heldOut");
    }

    @Test
    void search_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("search", "--interactions", "a.csv", "--model", "neumf", "--budget", "2");
        assertFields(json, "model protocol metric strategy budget ranges trials best complete resumed seconds");
        assertFields(json.at("/trials/0"), "candidate rung parameters metric full seconds");
    }

    @Test
    void assess_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("assess", "--model", "m");
        assertFields(
                json,
                "model modelSha256 users notTestable itemsPerUser foldedIn budget seeds seed layers table significance"
                        + " notFitting seconds");
        assertFields(
                json.at("/table/0"),
                "method control users pos5 neg5 del ins f cdcg infidelity sanity milliseconds evaluations gradients"
                        + " withinBudget verdict");
        assertFields(json.at("/table/0/pos5"), "mean sd");
        assertFields(json.at("/table/0/sanity"), "mean sd upper users passes curve");
        assertFields(json.at("/significance/0"), "family a b metric difference low high p pHolm test n better worse");
        assertTrue(json.at("/table/1/infidelity/mean").isNull());
    }

    @Test
    void recommend_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("recommend", "--model", "m", "--user", "007");
        assertFields(json, "user history items foldedIn milliseconds context");
        assertFields(json.at("/items/0"), "rank item title score probability reason");
        assertEquals("007", json.at("/user").textValue(), "ids stay text");
    }

    @Test
    void explain_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("explain", "--model", "m", "--history", "a", "--item", "b");
        assertFields(
                json,
                "user item title score probability baselineScore method parts convergenceDelta methodFigures"
                        + " faithfulness sentence foldedIn milliseconds against margin referenceMargin");
        assertFields(json.at("/against"), "item title score");
        assertFields(json.at("/parts/0"), "kind id title attribution standardError");
        assertFields(
                json.at("/faithfulness"),
                "pos5 neg5 del ins cdcg infidelity sensitivityMax controls pValue verdict reason notTested");
        assertFields(json.at("/sentence"), "en zh");
        assertEquals("茶的影响最大。", json.at("/sentence/zh").textValue());
    }

    @Test
    void counterfactual_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("counterfactual", "--model", "m", "--user", "007", "--item", "b");
        assertFields(
                json,
                "user item title k goal found removed size certified sizesRuledOut before after replacedBy replaces"
                        + " questions context sentence foldedIn milliseconds");
        assertFields(json.at("/removed/0"), "item title");
        assertFields(json.at("/before"), "rank score");
        assertFields(json.at("/after"), "rank score");
        assertFields(json.at("/replacedBy"), "item title rank");
        assertFields(json.at("/context"), "found changes size certified after replacedBy replaces questions");
        assertFields(json.at("/context/changes/0"), "name from to");
        assertFields(json.at("/sentence"), "en zh");
    }

    @Test
    void activations_has_the_fields_of_the_contract() throws IOException {
        JsonNode json = run("activations", "--model", "m", "--user", "007", "--item", "b");
        assertFields(json, "user item rows layers positions");
        assertFields(json.at("/layers/0"), "name type shape values conductance");
    }

    @Test
    void benchmark_names_the_machine_and_every_figure() throws IOException {
        JsonNode result = run("benchmark");
        assertFields(result, "machine data figures seconds");
        assertFields(result.get("machine"), "system processor cores java arithmetic memoryMb");
        JsonNode figure = result.get("figures").get(0);
        assertFields(figure, "work description unit threads median low high runs residentMb peer");
        assertFields(figure.get("peer"), "name mode median residentMb ratio");
    }

    @Test
    void demo_has_the_fields_of_the_contract() throws IOException {
        assertFields(run("demo"), "report pictures seconds");
    }

    @Test
    void what_is_not_a_number_is_null() throws IOException {
        JsonNode layers = run("activations", "--model", "m", "--user", "007", "--item", "b");
        assertEquals("[1.5,null]", layers.at("/layers/0/values").toString());
        assertEquals("[0.5,null]", layers.at("/layers/0/conductance").toString());
        assertTrue(run("train", "--interactions", "a.csv")
                .at("/epochs/0/validation/loss")
                .isNull());
        assertTrue(run("recommend", "--model", "m", "--user", "007")
                .at("/items/1/score")
                .isNull());
    }

    @Test
    void numbers_do_not_follow_the_locale() throws IOException {
        java.util.Locale before = java.util.Locale.getDefault();
        java.util.Locale.setDefault(java.util.Locale.GERMANY);
        try {
            assertEquals(
                    0.25,
                    run("import", "--interactions", "a.csv").at("/density").doubleValue());
            assertEquals(0, terminal.run("import", "--interactions", "a.csv", "--min-value", "3.5"));
            assertTrue(terminal.out().contains("density 25.000 %"), terminal.out());
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    private JsonNode run(String... arguments) throws IOException {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        assertEquals(0, terminal.run(all), terminal::err);
        assertEquals("", terminal.err());
        return terminal.json();
    }

    private static void assertFields(JsonNode node, String names) {
        assertEquals(List.of(names.split(" ")), Terminal.fields(node));
    }
}
