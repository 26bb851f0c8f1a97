package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.CompareResult.Compared;
import vitrine.action.CompareResult.Disagreement;
import vitrine.data.IdIndex;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.model.file.TrainedModel;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class LiveComparisonTest {
    @TempDir
    Path folder;

    private TinyShop shop;
    private DataSession data;
    private LiveComparison comparison;
    private final List<String> heard = new ArrayList<>();
    private Optional<OpenComparison> rest = Optional.empty();

    private final LiveComparison.Listener listener = new LiveComparison.Listener() {
        @Override
        public void measuring(String id) {
            heard.add(id);
        }

        @Override
        public void measured(Compared model) {
            heard.add("=" + model.name());
        }

        @Override
        public void failed(OpenComparison measured) {
            rest = Optional.of(measured);
        }
    };

    @BeforeEach
    void open() {
        shop = new TinyShop(folder);
        data = DataSession.open(shop.data, JobContext.quiet());
        comparison = new LiveComparison(data);
    }

    private LiveComparison.Entry entry(String model) {
        return new LiveComparison.Entry(model + "-1", ModelSession.open(shop.trained(model)));
    }

    private static LiveComparison.Question question(String protocol, LiveComparison.Entry... entries) {
        return new LiveComparison.Question(List.of(entries), protocol, 10, 42);
    }

    private OpenComparison run(LiveComparison.Question question) {
        return comparison.run(question, Optional.empty(), listener, JobContext.quiet());
    }

    @Test
    void theNumbersAreThoseOfTheCommandAndPopularityTakesNoPartInTheTests() {
        for (String protocol : List.of("loo-full", "loo99")) {
            OpenComparison open = run(question(protocol, entry("itemknn"), entry("ease")));
            CompareResult asked = new CompareAction()
                    .run(
                            new CompareRequest(
                                    shop.data,
                                    List.of("itemknn", "ease"),
                                    protocol,
                                    10,
                                    42,
                                    Optional.empty(),
                                    Optional.of("u003")),
                            JobContext.quiet());
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        asked.models().get(i).metrics(),
                        open.result().models().get(i).metrics());
                assertEquals(
                        asked.tests().get(i).p(), open.result().tests().get(i).p());
            }
            assertEquals(asked.tests().size(), open.result().tests().size());
            assertEquals(
                    asked.overlap().get(0).histogram(),
                    open.result().overlap().get(0).histogram());
            assertEquals(
                    asked.user().orElseThrow().lists().get(1).items(),
                    open.sideBySide("u003").orElseThrow().lists().get(1).items());
            assertEquals(
                    new EvaluateAction()
                            .run(
                                    new EvaluateRequest(shop.data, "popularity", Map.of(), protocol, 10, 42),
                                    JobContext.quiet())
                            .metrics(),
                    open.yardstick().orElseThrow().metrics());
        }
    }

    @Test
    void sharedItemsAreCountedAsTheListsShowThemAndUsersComeByFallingDisagreement() {
        OpenComparison open = run(question("loo-full", entry("popularity"), entry("ease")));
        double sum = 0;
        for (int user = 0; user < TinyShop.USERS; user++) {
            List<Set<String>> items = open.sideBySide("u%03d".formatted(user)).orElseThrow().lists().stream()
                    .<Set<String>>map(list -> new HashSet<>(
                            list.items().stream().map(CompareResult.Place::item).toList()))
                    .toList();
            items.get(0).retainAll(items.get(1));
            sum += items.get(0).size();
        }
        assertEquals(sum / TinyShop.USERS, open.shared(0, 1), 1e-12);
        assertEquals(open.shared(0, 1), open.shared(1, 0));
        assertEquals(TinyShop.USERS, open.disagreements().size());
        for (int i = 0; i < TinyShop.USERS; i++) {
            assertEquals(
                    OptionalInt.of(i), open.place(open.disagreements().get(i).user()));
        }
        assertEquals(OptionalInt.empty(), open.place("nobody"));
        double[] rbo =
                open.disagreements().stream().mapToDouble(Disagreement::rbo).toArray();
        double[] sorted = rbo.clone();
        Arrays.sort(sorted);
        assertEquals(Arrays.toString(sorted), Arrays.toString(rbo));
        assertEquals(
                open.result().overlap().get(0).rbo(),
                Arrays.stream(rbo).average().orElseThrow(),
                1e-12);
        assertTrue(open.sideBySide("nobody").isEmpty());
    }

    @Test
    void stoppedAfterTheFirstModelItKeepsThatOneAndGoesOnFromThere() {
        CancellationSource stop = new CancellationSource();
        LiveComparison.Question question = question("loo-full", entry("itemknn"), entry("ease"));
        LiveComparison.Listener stopping = new LiveComparison.Listener() {
            @Override
            public void measuring(String id) {}

            @Override
            public void measured(Compared model) {
                stop.cancel();
            }

            @Override
            public void failed(OpenComparison measured) {
                throw new AssertionError("a stop is no failure");
            }
        };
        OpenComparison open =
                comparison.run(question, Optional.empty(), stopping, new JobContext(Progress.NONE, stop, 1));
        assertTrue(open.stopped());
        assertEquals(
                List.of("itemknn-1"),
                open.result().models().stream().map(Compared::name).toList());
        assertTrue(open.yardstick().isEmpty() && open.result().tests().isEmpty());
        assertTrue(open.disagreements().isEmpty());

        OpenComparison whole = comparison.run(question, Optional.of(open), listener, JobContext.quiet());
        assertEquals(List.of("=itemknn-1", "ease-1", "=ease-1", "/popularity", "=/popularity"), heard);
        assertFalse(whole.stopped());
        assertEquals(run(question).result().tests(), whole.result().tests());

        assertThrows(
                CancelledException.class,
                () -> comparison.run(question, Optional.empty(), listener, new JobContext(Progress.NONE, stop, 1)));
    }

    private record FailingModel(Recommender base) implements Recommender {
        @Override
        public String name() {
            return base.name();
        }

        @Override
        public IdIndex users() {
            return base.users();
        }

        @Override
        public IdIndex items() {
            return base.items();
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            throw new IllegalStateException("does not score");
        }
    }

    private LiveComparison.Entry failing() {
        TrainedModel ease = ModelSession.open(shop.trained("ease")).trained();
        TrainedModel broken =
                new TrainedModel(new FailingModel(ease.recommender()), ease.catalog(), ease.log(), ease.provenance());
        return new LiveComparison.Entry("broken-1", new ModelSession(broken, "broken-1"));
    }

    @Test
    void whatIsMeasuredOutlivesTheFailureOfAnotherModel() {
        LiveComparison.Entry ease = entry("ease");
        OpenComparison earlier = run(question("loo-full", ease));
        LiveComparison.Question question = question("loo-full", entry("itemknn"), failing(), ease);
        Exception why = assertThrows(
                IllegalStateException.class,
                () -> comparison.run(question, Optional.of(earlier), listener, JobContext.quiet()));
        assertTrue(String.valueOf(why).contains("does not score"), why.toString());
        OpenComparison open = rest.orElseThrow();
        assertEquals(question, open.question());
        assertEquals(
                List.of("itemknn-1", "ease-1"),
                open.result().models().stream().map(Compared::name).toList());
        assertEquals(
                earlier.result().models().get(0).metrics(),
                open.result().models().get(1).metrics());
        assertTrue(open.stopped() && open.yardstick().isPresent());
    }

    @Test
    void aFailureBeforeAnythingIsMeasuredLeavesNothing() {
        LiveComparison.Question question = question("loo-full", failing(), entry("itemknn"));
        assertThrows(IllegalStateException.class, () -> run(question));
        assertEquals(Optional.empty(), rest);
    }

    @Test
    void otherCutOffsAreMeasuredAnew() {
        LiveComparison.Entry knn = entry("itemknn");
        LiveComparison.Entry ease = entry("ease");
        OpenComparison ten = run(question("loo-full", knn, ease));
        heard.clear();
        OpenComparison five = comparison.run(
                new LiveComparison.Question(List.of(knn, ease), "loo-full", 5, 42),
                Optional.of(ten),
                listener,
                JobContext.quiet());
        assertEquals(6, heard.size());
        assertEquals(5, five.result().k());
        double fewer = five.result().models().get(0).metrics().getOrDefault("hr", Double.NaN);
        assertTrue(fewer <= ten.result().models().get(0).metrics().getOrDefault("hr", Double.NaN));
    }

    @Test
    void aModelThatHasSeenTheAnswersOrOtherDataIsRefused() {
        ModelSession knn = ModelSession.open(shop.trained("itemknn"));
        assertEquals(Optional.empty(), comparison.misfit(knn, "loo-full", 7), "nothing of this split is drawn");
        assertEquals(Optional.of(Misfit.OTHER_SPLIT), comparison.misfit(knn, "strat75", 42));
        Path drawn = folder.resolve("drawn.vitrine");
        new TrainAction()
                .run(
                        new TrainRequest(shop.data, "itemknn", "strat75", Map.of(), 42, Optional.of(drawn), true),
                        JobContext.quiet());
        ModelSession strat = ModelSession.open(drawn);
        assertEquals(Optional.empty(), comparison.misfit(strat, "strat75", 42));
        assertEquals(Optional.of(Misfit.OTHER_SEED), comparison.misfit(strat, "strat75", 43));

        TinyShop.write(folder.resolve("more.csv"), "user,item,time\na,0100,2024-01-01\na,0101,2024-01-02\n");
        DataSession other = DataSession.open(DataOptions.of(folder.resolve("more.csv")), JobContext.quiet());
        assertEquals(Optional.of(Misfit.OTHER_DATA), new LiveComparison(other).misfit(knn, "loo-full", 42));
        assertThrows(
                CannotAnswerException.class,
                () -> run(question("strat75", new LiveComparison.Entry("a", knn), new LiveComparison.Entry("b", knn))));
    }

    @Test
    void progressNeverFallsAndEndsComplete() {
        List<Double> shares = new ArrayList<>();
        Progress progress = (stage, done, total) -> shares.add((double) done / total);
        comparison.run(
                question("loo-full", entry("itemknn"), entry("popularity")),
                Optional.empty(),
                listener,
                JobContext.quiet().withProgress(progress));
        for (int i = 1; i < shares.size(); i++) {
            assertTrue(shares.get(i) >= shares.get(i - 1), shares.toString());
        }
        assertEquals(1, shares.get(shares.size() - 1));
    }
}
