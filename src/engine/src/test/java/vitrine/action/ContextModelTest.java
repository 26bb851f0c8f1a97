package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.assess.TopLists;
import vitrine.data.split.NoSplit;
import vitrine.data.split.Split;
import vitrine.model.Context;
import vitrine.model.Query;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.WrongUsageException;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;

/** The context model from files to answers, on a shop whose causes are known. */
class ContextModelTest {
    @TempDir
    static Path folder;

    private static ContextShop shop;
    private static Path model;
    private static ModelSession session;

    @BeforeAll
    static void train() {
        shop = new ContextShop(folder);
        model = shop.trained("context", ContextShop.parameters(), 2);
        session = ModelSession.open(model);
    }

    private static RecommendResult recommend(Path file, Optional<String> user, Map<String, String> context) {
        Optional<List<String>> history = user.isPresent() ? Optional.empty() : Optional.of(List.of());
        return new RecommendAction()
                .run(new RecommendRequest(file, user, history, 10, true, context), JobContext.quiet());
    }

    private static List<String> ids(RecommendResult result) {
        return result.items().stream().map(RecommendResult.Ranked::item).toList();
    }

    @Test
    void plantedEffectsOfRegionAndHourAreFound() {
        List<String> users = IntStream.range(0, 30).mapToObj("u%03d"::formatted).toList();
        ContextEffects regions = ContextEffects.ofRegions(session, shop.regions, users);
        ContextEffects dayparts = ContextEffects.ofDayparts(session, shop.dayparts, users);
        assertEquals(18, regions.planted());
        assertTrue(regions.best() >= 17, regions.toString());
        assertEquals(24, dayparts.planted());
        assertTrue(dayparts.best() >= 22, dayparts.toString());
    }

    @Test
    void theSameUserGetsAnotherListElsewhereAndAtAnotherTime() {
        Optional<String> user = Optional.of("u003");
        RecommendResult there = recommend(model, user, Map.of("hour", "9", "weekday", "mon", "region", "North"));
        RecommendResult here = recommend(model, user, Map.of("hour", "22", "weekday", "saturday", "region", "South"));
        assertNotEquals(ids(there), ids(here));
        assertEquals(Map.of("hour", "9", "weekday", "mon", "region", "North"), without(there, "device"));
        // The shopper's past tells of the region too, so not everything moves.
        assertTrue(local(there, "r0") > local(here, "r0"), ids(there) + " and " + ids(here));
        assertTrue(local(there, "d1") > local(here, "d1"), ids(there) + " and " + ids(here));
    }

    private static long local(RecommendResult result, String place) {
        return ids(result).stream().filter(id -> id.startsWith(place)).count();
    }

    private static Map<String, String> without(RecommendResult result, String name) {
        java.util.TreeMap<String, String> context =
                new java.util.TreeMap<>(java.util.Objects.requireNonNull(result.context()));
        context.remove(name);
        return context;
    }

    @Test
    void withoutAWishTheContextIsThatOfTheLatestEvent() {
        RecommendResult recorded = recommend(model, Optional.of("u003"), Map.of());
        Map<String, String> context = java.util.Objects.requireNonNull(recorded.context());
        assertEquals(java.util.Set.of("hour", "weekday", "region", "device"), context.keySet());
        assertEquals(ids(recorded), ids(recommend(model, Optional.of("u003"), context)));
    }

    @Test
    void someoneWhoNeverCameIsAnsweredByContextAndAttributes() {
        RecommendResult south = recommend(model, Optional.empty(), Map.of("region", "South", "user.segment", "s"));
        assertTrue(
                ids(south).stream().filter(id -> id.startsWith("r1")).count()
                        > ids(south).stream().filter(id -> id.startsWith("r0")).count(),
                ids(south)::toString);
        assertEquals(Map.of("region", "South"), south.context());
    }

    @Test
    void whatIsUnknownIsTakenAway() {
        RecommendResult nowhere = recommend(
                model,
                Optional.of("u003"),
                Map.of("hour", "unknown", "weekday", "unknown", "region", "unknown", "device", "unknown"));
        assertEquals(Map.of(), nowhere.context());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hour | 24 | hour must be a whole hour from 0 to 23",
                "hour | noon | hour must be",
                "weekday | mo | weekday must be one of mon, tue",
                "weekday | monkey | weekday must be one of mon, tue",
                "region | Noth | Known: ",
                "device | tv | device knows no \"tv\". Known: ",
                "user.segment | x | Known: ",
                "item.price | cheap | must be a number",
                "item.category | Loc | Known: ",
            })
    void aValueTheModelDoesNotKnowIsBadInput(String name, String value, String because) {
        BadInputException refused =
                assertThrows(BadInputException.class, () -> recommend(model, Optional.of("u003"), Map.of(name, value)));
        assertTrue(String.valueOf(refused.getMessage()).contains(because), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather", "user.age", "item.colour", "Hour", "segment", "user.region"})
    void aNameTheModelDoesNotKnowIsWrongUsage(String name) {
        WrongUsageException refused =
                assertThrows(WrongUsageException.class, () -> recommend(model, Optional.of("u003"), Map.of(name, "1")));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains("hour, weekday, region, device, user.segment, item.price, item.category"),
                refused.getMessage());
    }

    @Test
    void aModelThatReadsNoContextRefusesOneAndSaysWhichReadsIt() {
        Path popularity = folder.resolve("popularity.vitrine");
        new TrainAction()
                .run(
                        new TrainRequest(shop.data, "popularity", "loo", Map.of(), 42, Optional.of(popularity), true),
                        JobContext.quiet());
        CannotAnswerException refused = assertThrows(
                CannotAnswerException.class, () -> recommend(popularity, Optional.of("u003"), Map.of("hour", "9")));
        assertTrue(String.valueOf(refused.getMessage()).contains("--model context"), refused.getMessage());
        assertEquals(null, recommend(popularity, Optional.of("u003"), Map.of()).context());
    }

    @ParameterizedTest
    @ValueSource(strings = {"occlusion", "integrated-gradients", "shapley"})
    void explanationsNameContextAndAttributesBesideTheHistory(String method) {
        ExplainResult result = new ExplainAction()
                .run(
                        new ExplainRequest(
                                model,
                                Optional.of("u003"),
                                Optional.of(List.of("a0", "a1")),
                                "r10",
                                method,
                                50,
                                0,
                                42,
                                Map.of("region", "South", "hour", "9")),
                        JobContext.quiet());
        List<String> kinds = result.parts().stream()
                .map(part -> part.kind() + " " + part.id() + " = " + part.title())
                .sorted()
                .toList();
        assertTrue(kinds.contains("context region = region: South"), kinds::toString);
        assertTrue(kinds.contains("context hour = hour: 9"), kinds::toString);
        assertTrue(kinds.contains("item category = category: Local"), kinds::toString);
        assertTrue(kinds.stream().anyMatch(kind -> kind.startsWith("user segment = segment: ")), kinds::toString);
        assertTrue(kinds.contains("user u003 = u003"), kinds::toString);
        assertTrue(result.faithfulness().notTested().containsAll(List.of("user", "item", "context")));
        double region = result.parts().stream()
                .filter(part -> part.id().equals("region"))
                .mapToDouble(ExplainResult.ExplainedPart::attribution)
                .sum();
        assertTrue(region > 0, "the item is sold in the South only");
        if (!method.equals("occlusion")) {
            double sum = result.parts().stream()
                    .mapToDouble(ExplainResult.ExplainedPart::attribution)
                    .sum();
            assertEquals(result.score() - result.baselineScore(), sum, method.equals("shapley") ? 1e-4 : .05);
        }
    }

    @Test
    void everyLayerCanBeLookedAt() {
        ActivationsResult layers = new ActivationsAction()
                .run(
                        new ActivationsRequest(
                                model, Optional.of("u003"), Optional.empty(), "r10", Map.of("region", "South")),
                        JobContext.quiet());
        assertEquals("score", layers.layers().get(layers.layers().size() - 1).name());
        assertEquals(
                List.of("user", "segment", "hour", "weekday", "region", "device"),
                layers.positions().get("question-rows"));
        assertArrayEquals(
                new float[] {
                    (float) session.model()
                            .score(
                                    session.query(Optional.of("u003"), Optional.empty(), Map.of("region", "South"))
                                            .without(session.item("r10")),
                                    session.item("r10"))
                },
                layers.layers().get(layers.layers().size() - 1).values(),
                1e-5f);
    }

    @Test
    void theLensNamesTheFieldsOfEachLayer() {
        OpenRanking list = OpenRanking.of(session, "u003", java.util.Set.of(), Map.of("region", "South"), true);
        LayerLens lens = LayerLens.of(session, list.query(), session.item("r10"), JobContext.quiet());
        assertEquals(
                List.of("user", "segment", "hour", "weekday", "region", "device"),
                lens.positions().get("question-fields"));
        assertEquals(
                List.of("item", "price known", "price", "category"),
                lens.positions().get("item-rows"));
        for (ActivationsResult.LayerView layer : lens.layers()) {
            var map = lens.map(layer, LayerLens.Quantity.ACTIVATION, "alone");
            assertEquals(layer.shape().length == 2 ? layer.shape()[0] : 1, map.allRows(), layer.name());
        }
    }

    @Test
    void theWindowOffersWhatTheModelWasTrainedWith() {
        List<ContextChoice> choices = ContextChoice.of(session, "u003");
        assertEquals(
                List.of("hour", "weekday", "region", "device"),
                choices.stream().map(ContextChoice::name).toList());
        assertEquals(24, choices.get(0).values().size());
        assertEquals(
                java.util.Set.of(ContextShop.REGIONS),
                java.util.Set.copyOf(choices.get(2).values()));
        choices.forEach(
                choice -> assertTrue(choice.values().contains(choice.recorded().orElse("none"))));
    }

    @Test
    void theSameSeedGivesTheSameBytesForAnyNumberOfThreads() throws Exception {
        Map<String, String> quick = new java.util.TreeMap<>(ContextShop.parameters());
        quick.put("epochs", "2");
        assertEquals(-1, Files.mismatch(shop.trained("one", quick, 1), shop.trained("three", quick, 3)));
    }

    @Test
    void aStoppedTrainingGoesOnToTheBytesOfOneThatWasNot() throws Exception {
        Map<String, String> two = new java.util.TreeMap<>(ContextShop.parameters());
        two.put("epochs", "2");
        Path whole = shop.trained("whole", two, 2);
        Path stopped = folder.resolve("stopped.vitrine");
        CancellationSource source = new CancellationSource();
        TrainingListener cancelling = new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (epoch == 2 && batch == 3) {
                    source.cancel();
                }
            }
        };
        TrainRequest anew = new TrainRequest(shop.data, "context", "loo", two, 42, Optional.of(stopped), true);
        assertThrows(
                CancelledException.class,
                () -> new TrainAction(cancelling).run(anew, new JobContext(Progress.NONE, source, 2)));
        Path checkpoint = folder.resolve("stopped.vitrine.checkpoint");
        assertEquals(
                10,
                recommend(checkpoint, Optional.of("u003"), Map.of("region", "South"))
                        .items()
                        .size());
        CannotAnswerException refused = assertThrows(
                CannotAnswerException.class, () -> resume(withOtherRegions(shop.data), checkpoint, stopped));
        assertTrue(String.valueOf(refused.getMessage()).contains("other regions"), refused.getMessage());
        resume(shop.data, checkpoint, stopped);
        assertEquals(-1, Files.mismatch(whole, stopped));
    }

    private static void resume(DataOptions data, Path checkpoint, Path out) {
        new TrainAction()
                .run(
                        new TrainRequest(
                                data,
                                "context",
                                "loo",
                                Map.of(),
                                42,
                                Optional.of(out),
                                Optional.empty(),
                                true,
                                Optional.of(checkpoint),
                                Optional.empty()),
                        JobContext.quiet());
    }

    private static DataOptions withOtherRegions(DataOptions data) throws java.io.IOException {
        Path renamed = folder.resolve("renamed.csv");
        Files.writeString(
                renamed, Files.readString(folder.resolve("events.csv")).replace("North", "Nord"));
        return new DataOptions(
                DataOptions.of(renamed).interactions(),
                data.items(),
                data.users(),
                data.format(),
                data.mapping(),
                data.columns(),
                data.cleaning(),
                data.eventWeights(),
                data.minValue(),
                0,
                0,
                false);
    }

    @Test
    void withoutIdsEverybodyIsKnownByAttributesOnly() {
        Map<String, String> quick = new java.util.TreeMap<>(ContextShop.parameters());
        quick.put("epochs", "1");
        quick.put("id-dropout", "1");
        ModelSession blind = ModelSession.open(shop.trained("blind", quick, 2));
        // Same category and price, and no id to tell them apart.
        double[] scores = new double[2];
        blind.model()
                .score(
                        blind.query(Optional.of("u003"), Optional.empty()),
                        new int[] {blind.item("d00"), blind.item("d35")},
                        scores);
        assertEquals(scores[0], scores[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loo99", "loo-full", "strat75", "ratio801010", "temporal"})
    void everyProtocolMeasuresIt(String protocol) {
        Map<String, String> quick = new java.util.TreeMap<>(ContextShop.parameters());
        quick.put("epochs", "3");
        double hits = hits("context", quick, protocol);
        assertTrue(hits > .1, () -> "hits " + hits);
    }

    /** A list to be compared is asked for where its user was last, as the measures are. */
    @Test
    void comparedListsKnowTheUsersRegion() {
        Split split = new NoSplit()
                .split(DataLoading.read(shop.data, JobContext.quiet()).log());
        int user = session.user("u003");
        TopLists.Scored scored = new TopLists(split).scored(session.model(), user);
        Query nowhere = Query.of(
                user, split.trainHistories().latest(user, session.model().historyRead()));
        Query there = nowhere.withContext(
                Context.latest(split.log(), user, row -> true).withoutTime());
        double[] scores = new double[scored.candidates().length];
        session.model().score(there, scored.candidates(), scores);
        assertArrayEquals(scores, scored.scores());
        session.model().score(nowhere, scored.candidates(), scores);
        assertFalse(java.util.Arrays.equals(scores, scored.scores()));
    }

    private static double hits(String asked, Map<String, String> parameters, String protocol) {
        Double hits = new EvaluateAction()
                .run(new EvaluateRequest(shop.data, asked, parameters, protocol, 10, 42), TinyShop.TWO_THREADS)
                .metrics()
                .getOrDefault("hr", Double.NaN);
        return hits == null ? Double.NaN : hits;
    }

    @Test
    void theMomentOfTheHeldOutPurchaseHelpsToForeseeIt() {
        double known = hits(model.toString(), Map.of(), "loo-full");
        double popular = hits("popularity", Map.of(), "loo-full");
        assertTrue(known > popular + .2, () -> known + " beside " + popular);
    }

    @ParameterizedTest
    @CsvSource({"false, hour", "false, weekday", "true, hour"})
    void whoeverSawNoHoursCannotBeAskedAboutOne(boolean days, String name) throws Exception {
        StringBuilder rows = new StringBuilder(days ? "user,item,time\n" : "user,item\n");
        for (int row = 0; row < 60; row++) {
            rows.append(
                    "u%d,i%d%s\n".formatted(row / 6, (row / 6 + row) % 9, days ? ",2024-01-0" + (1 + row % 6) : ""));
        }
        Path log = folder.resolve("timeless.csv");
        Files.writeString(log, rows);
        Path timeless = folder.resolve("timeless.vitrine");
        Map<String, String> quick = new java.util.TreeMap<>(ContextShop.parameters());
        quick.put("epochs", "1");
        new TrainAction()
                .run(
                        new TrainRequest(DataOptions.of(log), "context", "loo", quick, 42, Optional.of(timeless), true),
                        JobContext.quiet());
        Optional<String> user = Optional.of("u3");
        String value = name.equals("hour") ? "9" : "mon";
        CannotAnswerException refused =
                assertThrows(CannotAnswerException.class, () -> recommend(timeless, user, Map.of(name, value)));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("saw no " + name + "s in training"),
                refused.getMessage());
        assertEquals(ids(recommend(timeless, user, Map.of())), ids(recommend(timeless, user, Map.of(name, "unknown"))));
        assertEquals(
                days ? List.of("weekday") : List.of(),
                ContextChoice.of(ModelSession.open(timeless), "u3").stream()
                        .map(ContextChoice::name)
                        .toList());
    }

    @Test
    void dataWithOtherRegionsAreNotWhatTheModelWasTrainedOn() throws Exception {
        DataOptions other = withOtherRegions(shop.data);
        CannotAnswerException refused = assertThrows(
                CannotAnswerException.class,
                () -> new EvaluateAction()
                        .run(
                                new EvaluateRequest(other, model.toString(), Map.of(), "loo99", 10, 42),
                                JobContext.quiet()));
        assertTrue(String.valueOf(refused.getMessage()).contains("other regions"), refused.getMessage());
    }
}
