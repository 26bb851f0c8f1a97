package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.model.Query;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.WrongUsageException;
import vitrine.train.EpochRecord;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;

/** The verbs as a window asks them: data loaded once, training watched, a study that can be reopened. */
class WindowVerbsTest {
    private static final JobContext QUIET = JobContext.quiet();

    @TempDir
    Path folder;

    private DataSession data;

    @BeforeEach
    void load() throws IOException {
        StringBuilder csv = new StringBuilder("user,item,title,time,price,quantity\n");
        for (int user = 0; user < 40; user++) {
            for (int i = 0; i < 7; i++) {
                int item = (user % 2) * 8 + (user / 2 + i) % 8;
                csv.append("u" + user + ",p" + item + ",Product " + item + ",")
                        .append(Instant.parse("2024-01-01T08:00:00Z").plusSeconds(86_400L * (user + 7L * i)))
                        .append(",2.50,1\n");
            }
        }
        csv.append("u1,p1,Product 1,2024-02-01T08:00:00Z,0,1\n");
        data = DataSession.open(DataOptions.of(Files.writeString(folder.resolve("shop.csv"), csv)), QUIET);
    }

    private TrainRequest request(String model, String epochs, Optional<Path> out) {
        Map<String, String> parameters = model.equals("cnn") ? Map.of("epochs", epochs, "patience", "0") : Map.of();
        return new TrainRequest(data.options(), model, "loo", parameters, 42, out, Optional.empty(), true);
    }

    @Test
    void data_know_their_mapping_and_their_cleaning() {
        assertEquals(280, data.log().size());
        assertEquals("quantity", data.mapping().get("value"));
        assertEquals(0, data.rejectedCount());
        assertEquals("Product 3", data.items().title(data.log().items().indexOf("p3")));
        assertEquals(40, data.users().ids().size());
        CleaningList.Step returns = data.cleaning().steps().get(2);
        assertEquals("returns", returns.name());
        assertTrue(returns.on() && returns.canBeSwitchedOff());
        assertEquals("退货与取消", returns.title().zh());
    }

    @Test
    void a_step_switched_off_does_not_run_and_the_list_can_be_read_again() {
        Path file = folder.resolve("cleaning.json");
        DataOptions options = data.cleaning().with("non-positive-price", false).applyTo(data.options(), file);
        DataSession again = DataSession.open(options, QUIET);
        assertEquals(281, again.log().size());
        assertEquals(CleaningList.of(options), again.cleaning());
        assertFalse(again.cleaning().steps().stream()
                .filter(s -> s.name().equals("non-positive-price"))
                .findFirst()
                .orElseThrow()
                .on());
        assertThrows(BadInputException.class, () -> missing(options));
    }

    private CleaningList missing(DataOptions options) {
        try {
            Files.delete(options.cleaning().orElseThrow());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return CleaningList.of(options);
    }

    @Test
    void the_profile_counts_every_event_once() {
        DataProfile profile = DataProfile.of(data);
        assertEquals(1, profile.bucketDays());
        assertEquals(280, java.util.Arrays.stream(profile.bucketCounts()).sum());
        assertEquals(280, java.util.Arrays.stream(profile.itemCounts()).sum());
        assertEquals(7, profile.userCounts()[0]);
        double[] shares = profile.concentration(10);
        assertEquals(0, shares[0]);
        assertEquals(1, shares[10], 1e-12);
        assertTrue(profile.topFifthShare() >= .2 && profile.topFifthShare() < .5);
        assertTrue(profile.itemGini() >= 0 && profile.itemGini() < .5);
    }

    @Test
    void training_answers_with_a_model_that_can_be_asked_at_once() {
        int[] heard = new int[2];
        TrainedRun run = new LiveTraining(data, new TrainingListener() {
                    @Override
                    public void onBatch(int epoch, int batchInEpoch, int batches, StepOutcome outcome) {
                        heard[0]++;
                    }

                    @Override
                    public void onEpoch(EpochRecord epoch, java.util.function.Supplier<vitrine.model.Recommender> s) {
                        heard[1]++;
                    }
                })
                .run(request("cnn", "3", Optional.empty()), QUIET);
        assertEquals(TrainedRun.Ending.FINISHED, run.ending());
        assertEquals(3, heard[1]);
        assertTrue(heard[0] >= 3);
        Query query = run.session().query(Optional.of("u3"), Optional.empty());
        assertTrue(query.history().length > 0);
        assertEquals(data.fingerprint(), run.result().provenance().dataSha256());
    }

    @Test
    void stopped_training_keeps_its_best_epoch_and_says_how_far_it_came() {
        CancellationSource stop = new CancellationSource();
        TrainedRun run = new LiveTraining(data, new TrainingListener() {
                    @Override
                    public void onEpoch(EpochRecord epoch, java.util.function.Supplier<vitrine.model.Recommender> s) {
                        if (epoch.epoch() == 2) {
                            stop.cancel();
                        }
                    }
                })
                .run(request("cnn", "9", Optional.empty()), new JobContext(Progress.NONE, stop, 1));
        assertEquals(TrainedRun.Ending.STOPPED, run.ending());
        assertEquals(2, run.history().epochs().size());
        assertTrue(run.history().bestEpoch() == 1 || run.history().bestEpoch() == 2);
        assertEquals(.8, run.history().alwaysNoAccuracy(), 1e-12);
        assertEquals(.5004, run.history().baseRateLoss(), 1e-4);
        assertEquals(2, run.result().parameters().get("stoppedAfterEpoch"));
    }

    @Test
    void training_stopped_at_once_keeps_nothing() {
        CancellationSource stop = new CancellationSource();
        stop.cancel();
        LiveTraining training = new LiveTraining(data, TrainingListener.NONE);
        assertThrows(
                CancelledException.class,
                () -> training.run(request("cnn", "9", Optional.empty()), new JobContext(Progress.NONE, stop, 1)));
    }

    @Test
    void the_yardsticks_are_measured_on_the_validation_sample() {
        var measured = Yardsticks.of(data, "loo", 4, 42, QUIET);
        assertEquals(java.util.Set.of("hr", "ndcg"), measured.keySet());
        measured.get("ndcg").values().forEach(value -> assertTrue(value >= 0 && value <= 1));
    }

    @Test
    void a_study_reopened_lists_the_same_run() {
        StudySession study = StudySession.in(folder.resolve("study"));
        assertEquals(Optional.empty(), study.data());
        study.recordImport(data);
        Path file = study.nextModelFile("cnn");
        TrainRequest request = request("cnn", "2", Optional.of(file));
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE).run(request, QUIET);
        StoredRun stored = study.recordTrain(request, run, Yardsticks.of(data, "loo", 4, 42, QUIET));
        StudySession again = StudySession.in(folder.resolve("study"));
        assertEquals(List.of(stored), again.runs());
        assertEquals(run.history(), again.runs().get(0).history());
        assertEquals(Optional.of(data.options()), again.data());
        assertEquals("cnn-2.vitrine", again.nextModelFile("cnn").getFileName().toString());
        assertFalse(again.isSample());
    }

    @Test
    void two_trainings_under_way_write_different_files() {
        StudySession study = StudySession.in(folder.resolve("study"));
        assertEquals("cnn-1.vitrine", study.nextModelFile("cnn").getFileName().toString());
        assertEquals("cnn-2.vitrine", study.nextModelFile("cnn").getFileName().toString());
        assertEquals("ease-1.vitrine", study.nextModelFile("ease").getFileName().toString());
    }

    @Test
    void a_run_whose_model_is_gone_is_left_out() throws IOException {
        StudySession study = StudySession.in(folder.resolve("study"));
        TrainRequest request = request("popularity", "", Optional.of(study.nextModelFile("popularity")));
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE).run(request, QUIET);
        StoredRun stored = study.recordTrain(request, run, new java.util.TreeMap<>());
        Files.delete(stored.file());
        assertEquals(List.of(), study.runs());
    }

    @Test
    void the_sample_study_comes_trained_and_new_models_go_to_the_user() {
        StudySession sample = StudySession.sample(Path.of("../../sample-data"), folder.resolve("mine"));
        assertTrue(sample.isSample());
        assertEquals("cnn-1", sample.runs().get(0).id());
        assertEquals(folder.resolve("mine/models/cnn-2.vitrine"), sample.nextModelFile("cnn"));
        assertEquals(
                "online-retail.csv.gz",
                sample.data().orElseThrow().interactions().get(0).getFileName().toString());
    }

    @Test
    void held_out_choices_are_known_for_the_models_own_data_only() throws IOException {
        TrainedRun run =
                new LiveTraining(data, TrainingListener.NONE).run(request("itemknn", "", Optional.empty()), QUIET);
        HeldOut heldOut = HeldOut.of(run.session(), data).orElseThrow();
        Query query = run.session().query(Optional.of("u3"), Optional.empty());
        assertEquals(1, heldOut.items(query).cardinality());
        assertEquals(0, heldOut.items(query.withUser(Query.UNKNOWN_USER)).cardinality());
        assertEquals(Optional.empty(), heldOut.goodExample(), "nobody has ten purchases");
        Path other = Files.writeString(folder.resolve("other.csv"), "user,item,time\na,b,2024-01-01\na,c,2024-01-02\n");
        assertEquals(Optional.empty(), HeldOut.of(run.session(), DataSession.open(DataOptions.of(other), QUIET)));
    }

    @Test
    void a_preview_guesses_and_says_what_is_missing() {
        PreviewAction.Preview preview = new PreviewAction().run(data.options(), QUIET);
        assertEquals(List.of("user", "item", "title", "time", "price", "quantity"), preview.columns());
        assertEquals("time", preview.roles().get("time"));
        assertEquals(Optional.empty(), preview.problem());
        DataOptions blind = new DataOptions(
                data.options().interactions(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("user", "-"),
                List.of(),
                Optional.empty(),
                Map.of(),
                java.util.OptionalDouble.empty(),
                0,
                0,
                false);
        assertTrue(new PreviewAction().run(blind, QUIET).problem().orElseThrow().contains("user"));
        assertThrows(WrongUsageException.class, () -> new PreviewAction().run(DataOptions.of(), QUIET));
        assertTrue(PreviewAction.ROLES.contains("region"));
    }

    @Test
    void a_study_remembers_where_its_reader_was_and_shrugs_off_a_damaged_note() throws IOException {
        StudySession study = StudySession.in(folder.resolve("study"));
        assertEquals(StudyView.NOWHERE, study.view());
        StudyView here = new StudyView("cnn-1", "u3", "p7");
        study.recordView(here);
        assertEquals(here, StudySession.in(folder.resolve("study")).view());
        Files.writeString(folder.resolve("study/view.json"), "{\"run\": 3");
        assertEquals(StudyView.NOWHERE, study.view());
    }

    @Test
    void the_typical_user_has_the_median_number_of_actions() {
        TrainedRun run =
                new LiveTraining(data, TrainingListener.NONE).run(request("popularity", "", Optional.empty()), QUIET);
        String typical = run.session().typicalUser().orElseThrow();
        var log = run.session().log().orElseThrow();
        int user = log.users().indexOf(typical);
        int length = log.userStart(user + 1) - log.userStart(user);
        int[] lengths = java.util.stream.IntStream.range(0, log.users().size())
                .map(u -> log.userStart(u + 1) - log.userStart(u))
                .sorted()
                .toArray();
        assertEquals(lengths[(lengths.length - 1) / 2], length);
    }
}
