package vitrine.desktop.screen.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vitrine.action.CompareResult;
import vitrine.action.CompareResult.Disagreement;
import vitrine.action.CompareResult.PairTest;
import vitrine.action.LiveComparison;
import vitrine.action.OpenComparison;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.workspace.ModelRun;
import vitrine.words.ComparisonWords;

/** A comparison in words. */
final class ComparedWords {
    private static final String MEASURE = "ndcg";
    /** The test of means; the sentence is about means. */
    private static final String TEST = "t";

    private static final int HASH_SHOWN = 4;
    private final Texts texts;

    ComparedWords(Texts texts) {
        this.texts = texts;
    }

    /** @param runs of the comparison, in its order */
    String answer(OpenComparison open, List<ModelRun> runs) {
        CompareResult result = open.result();
        if (runs.size() != result.models().size()) {
            return "";
        }
        List<ComparisonWords.Model> models = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Double mean = result.models().get(i).metrics().get(MEASURE);
            models.add(new ComparisonWords.Model(
                    MetricRows.name(texts, runs.get(i)), Objects.requireNonNullElse(mean, Double.NaN)));
            ids.add(result.models().get(i).name());
        }
        List<ComparisonWords.Pair> pairs = result.tests().stream()
                .filter(test -> test.metric().equals(MEASURE) && test.test().equals(TEST))
                .map(test -> new ComparisonWords.Pair(
                        ids.indexOf(test.a()), ids.indexOf(test.b()), test.difference(), test.pHolm()))
                .toList();
        OptionalDouble shared = runs.size() == 2 ? OptionalDouble.of(open.shared(0, 1)) : OptionalDouble.empty();
        return texts.of(ComparisonWords.answer(new ComparisonWords.Contest(
                column(MEASURE, result.protocol(), result.k()), models, pairs, shared, depth(result))));
    }

    private static int depth(CompareResult result) {
        return result.overlap().stream()
                .mapToInt(CompareResult.Overlap::depth)
                .findFirst()
                .orElse(0);
    }

    /** Protocol, users, test; that it was stopped. */
    String consequence(OpenComparison open, int chosen) {
        CompareResult result = open.result();
        long pairs = result.tests().stream()
                .filter(test -> test.metric().equals(MEASURE) && test.test().equals(TEST))
                .map(PairTest::a)
                .count();
        String how = protocol(open.question());
        String users = texts.get(
                "compare.users",
                texts.numbers().count(result.users()),
                texts.numbers().count(result.usersWithoutTest()));
        String tested = pairs == 0 ? "" : texts.get(pairs == 1 ? "compare.tested.one" : "compare.tested", pairs);
        String stopped =
                open.stopped() ? texts.get("compare.stopped", result.models().size(), chosen) : "";
        return stopped + how + users + tested;
    }

    /** What is held out and what it is ranked among, with k and seed. */
    String protocol(LiveComparison.Question question) {
        return texts.get(
                "compare.protocol",
                texts.get("protocol." + question.protocol() + ".help"),
                question.k(),
                String.valueOf(question.seed()));
    }

    String column(String measure, String protocol, int k) {
        return switch (measure) {
            case "ndcg" -> "nDCG@" + k;
            case "recall" -> texts.get(protocol.startsWith("loo") ? "compare.column.hr" : "compare.column.recall", k);
            case "mrr" -> "MRR";
            default -> texts.get("compare.column." + measure);
        };
    }

    String agreement(OpenComparison open, String user) {
        OptionalInt place = open.place(user);
        if (place.isEmpty()) {
            return texts.get("compare.agreement.none");
        }
        List<Disagreement> all = open.disagreements();
        return texts.get(
                "compare.agreement",
                texts.numbers().decimal(all.get(place.getAsInt()).rbo(), 2),
                texts.numbers().count(place.getAsInt() + 1L),
                texts.numbers().count(all.size()));
    }

    String refusal(Lineup.Odd one, LiveComparison.Question question, String studyHash) {
        String name = MetricRows.name(texts, one.run());
        var made = one.run().result().provenance();
        String protocol = texts.get("protocol." + question.protocol());
        return switch (one.why()) {
            case OTHER_PLACES -> texts.get("compare.odd.places", name);
            case OTHER_DATA -> texts.get("compare.odd.data", name, shortened(made.dataSha256()), shortened(studyHash));
            case OTHER_SPLIT ->
                texts.get(
                        made.split().equals("none") ? "compare.odd.everything" : "compare.odd.split",
                        name,
                        texts.get("split." + made.split()),
                        protocol);
            case OTHER_SEED ->
                texts.get("compare.odd.seed", name, String.valueOf(made.seed()), String.valueOf(question.seed()));
        };
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }
}
