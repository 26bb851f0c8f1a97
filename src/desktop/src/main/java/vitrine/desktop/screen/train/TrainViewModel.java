package vitrine.desktop.screen.train;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import vitrine.action.DataSession;
import vitrine.action.LiveTraining;
import vitrine.action.StudySession;
import vitrine.action.TrainRequest;
import vitrine.action.TrainedRun;
import vitrine.action.Yardsticks;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.task.Failure;
import vitrine.desktop.task.JobView;
import vitrine.desktop.task.Slot;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;
import vitrine.run.Job;
import vitrine.train.EpochRecord;
import vitrine.words.LearningWords;

/** What the Train screen shows and does, without a node. */
final class TrainViewModel {
    /** What can be done now. */
    enum State {
        NO_DATA,
        IDLE,
        RUNNING,
        PAUSED,
        STOPPING,
        /** An earlier epoch is being made a run. */
        REWINDING;

        boolean isTraining() {
            return this == RUNNING || this == PAUSED || this == STOPPING;
        }
    }

    private static final int USUAL_NEGATIVES = 4;

    private record Outcome(TrainRequest request, TrainedRun run) {}

    private final Texts texts;
    private final Workspace workspace;
    private final TrainForm form = new TrainForm();
    private final Slot training;
    private final Slot measuring;
    /** Whether the last training was stopped before an epoch was done. */
    private final BooleanProperty nothingKept = new SimpleBooleanProperty(this, "nothingKept");

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NO_DATA);
    private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>(this, "curves", Curves.NOTHING);
    private final ReadOnlyObjectWrapper<String> error = new ReadOnlyObjectWrapper<>(this, "error", "");
    private final ReadOnlyObjectWrapper<Optional<TrainRequest>> running =
            new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", 0);
    private final ReadOnlyObjectWrapper<Optional<Duration>> timeLeft =
            new ReadOnlyObjectWrapper<>(this, "timeLeft", Optional.empty());
    private SortedMap<String, SortedMap<String, Double>> yardsticks = new TreeMap<>();
    private String yardsticksOf = "";
    /** Keeps a computed model, which may be made before its yardstick, its only number, is measured. */
    private Optional<Runnable> waiting = Optional.empty();

    private LiveCurve live = new LiveCurve();
    /** Knows which epochs of the training that runs can be gone back to. */
    private Optional<LiveTraining> teaching = Optional.empty();

    private final Rewinding rewinding;

    TrainViewModel(ScreenContext context) {
        texts = context.texts();
        workspace = context.workspace();
        training = context.tasks().slot();
        measuring = context.tasks().slot();
        rewinding = new Rewinding(context, error);
        rewinding.jobProperty().addListener((o, before, now) -> decide());
        workspace.dataProperty().addListener((o, before, now) -> decide());
        workspace.modelProperty().addListener((o, before, now) -> showChosen());
        decide();
        showChosen();
    }

    /** What is being trained. */
    ReadOnlyObjectProperty<Optional<TrainRequest>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The epochs that can be gone back to now: of the training, or of the run under the cursor. */
    List<Rewinding.Choice> epochs() {
        if (!busy()) {
            return rewinding.choices();
        }
        Set<Integer> kept = teaching.map(training -> training.kept().epochs()).orElseGet(TreeSet::new);
        return Rewinding.choices(live.snapshot(), kept);
    }

    /** The way back to earlier epochs. */
    Rewinding rewinding() {
        return rewinding;
    }

    TrainForm form() {
        return form;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** What went wrong with the last run; empty when nothing did. */
    ReadOnlyObjectProperty<String> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Share of the training done, 0 to 1. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    private boolean busy() {
        return training.currentProperty().get().isPresent();
    }

    private void decide() {
        Optional<JobView> job = training.currentProperty().get();
        if (job.isPresent()) {
            state.set(
                    switch (job.get().stateProperty().get()) {
                        case PAUSED -> State.PAUSED;
                        case STOPPING -> State.STOPPING;
                        default -> State.RUNNING;
                    });
        } else if (rewinding.jobProperty().get().isPresent()) {
            state.set(State.REWINDING);
        } else {
            state.set(workspace.dataProperty().get().isPresent() ? State.IDLE : State.NO_DATA);
        }
    }

    private void showChosen() {
        if (!busy()) {
            curves.set(workspace.modelProperty().get().map(Curves::of).orElse(Curves.NOTHING));
        }
    }

    /** Start, pause or resume: whatever the main button says. */
    void mainAction() {
        Optional<JobView> job = training.currentProperty().get();
        switch (state.get()) {
            case IDLE -> start();
            case RUNNING -> job.ifPresent(JobView::pause);
            case PAUSED -> job.ifPresent(JobView::resume);
            default -> {}
        }
        decide();
    }

    /** Ends training; the best epoch so far becomes the model. */
    void stop() {
        training.currentProperty().get().ifPresent(JobView::cancel);
        decide();
    }

    private void start() {
        Optional<DataSession> data = workspace.dataProperty().get();
        Optional<StudySession> study = workspace.studyProperty().get();
        error.set(form.refusal().orElse(""));
        if (data.isEmpty() || study.isEmpty() || !error.get().isEmpty()) {
            return;
        }
        live = new LiveCurve();
        LiveTraining teacher = new LiveTraining(data.get(), live);
        TrainRequest request =
                request(data.get(), study.get(), form.splitProperty().get(), form.seed());
        launch(
                data.get(),
                study.get(),
                request,
                teacher,
                context -> new Outcome(request, teacher.run(request, context)));
    }

    /** Whether the epoch the run under the cursor is of is in memory, and nothing else is under way. */
    boolean canGoOn() {
        return state.get() == State.IDLE
                && rewinding
                        .chosen()
                        .map(Rewinding.Remembered::run)
                        .filter(run ->
                                run.kept().epochs().contains(run.history().bestEpoch()))
                        .isPresent();
    }

    /** Goes on from the kept epoch of the run under the cursor, with the settings of the form. */
    void goOn() {
        Optional<Rewinding.Remembered> from = rewinding.chosen();
        Optional<StudySession> study = workspace.studyProperty().get();
        if (!canGoOn() || from.isEmpty() || study.isEmpty()) {
            return;
        }
        Rewinding.Remembered run = from.get();
        if (!form.modelProperty().get().equals(run.request().model())) {
            error.set(texts.get(
                    "train.go-on.other", texts.get("model." + run.request().model())));
            return;
        }
        error.set(form.refusal().orElse(""));
        if (!error.get().isEmpty()) {
            return;
        }
        int epoch = run.run().history().bestEpoch();
        live = new LiveCurve();
        live.continueFrom(run.run().history().epochs().subList(0, epoch));
        LiveTraining teacher = new LiveTraining(run.data(), live);
        TrainRequest request = request(
                run.data(), study.get(), run.request().split(), run.request().seed());
        launch(
                run.data(),
                study.get(),
                request,
                teacher,
                context -> new Outcome(request, teacher.goOn(request, run.run(), epoch, context)));
    }

    /** Makes the model after an epoch the model; a training that runs is stopped for it. */
    void rewind(int epoch) {
        if (!busy()) {
            rewinding.rewind(epoch);
        } else if (epochs().stream().anyMatch(choice -> choice.epoch() == epoch)) {
            running.get().flatMap(TrainRequest::out).ifPresent(file -> rewinding.whenKept(file, epoch));
            stop();
        } else {
            error.set(texts.get("train.rewind.gone", epoch));
        }
    }

    private TrainRequest request(DataSession data, StudySession study, String split, long seed) {
        String chosen = form.modelProperty().get();
        return new TrainRequest(
                data.options(),
                chosen,
                split,
                form.parameters(),
                seed,
                Optional.of(study.nextModelFile(chosen)),
                Optional.empty(),
                true);
    }

    private void launch(
            DataSession data, StudySession study, TrainRequest request, LiveTraining teacher, Job<Outcome> work) {
        nothingKept.set(false);
        rewinding.forget();
        teaching = Optional.of(teacher);
        keepWaiting();
        running.set(Optional.of(request));
        int asked = form.whole("epochs", 1);
        int negatives = form.whole("negatives", USUAL_NEGATIVES);
        measureYardsticks(data, request, negatives);
        JobView job = training.run(
                texts.bind("job.train", request.model()),
                work,
                () -> tick(asked, request.model(), negatives),
                outcome -> finished(data, study, outcome),
                this::failed);
        job.stateProperty().addListener((o, before, now) -> decide());
        job.fractionProperty().addListener((o, before, now) -> fraction.set(Math.max(0, now.doubleValue())));
        job.timeLeftProperty().addListener((o, before, now) -> timeLeft.set(now));
        fraction.set(0);
        timeLeft.set(Optional.empty());
        tick(asked, request.model(), negatives);
        decide();
    }

    private void measureYardsticks(DataSession data, TrainRequest request, int negatives) {
        String wanted = data.fingerprint() + request.split() + negatives + " " + request.seed();
        if (wanted.equals(yardsticksOf)) {
            return;
        }
        yardsticks = new TreeMap<>();
        yardsticksOf = wanted;
        measuring.run(
                texts.bind("job.yardsticks"),
                context -> Yardsticks.of(data, request.split(), negatives, request.seed(), context),
                measured -> {
                    yardsticks = measured;
                    keepWaiting();
                },
                failure -> {
                    yardsticksOf = "";
                    keepWaiting();
                });
    }

    private void tick(int asked, String taught, int negatives) {
        curves.set(Curves.of(live.snapshot(), asked, taught, negatives, form.whole("patience", 0), yardsticks));
    }

    private void finished(DataSession data, StudySession study, Outcome outcome) {
        outcome.run().failure().ifPresent(error::set);
        Runnable keep = () -> {
            if (workspace.isOpen(study)) {
                rewinding.remember(new Rewinding.Remembered(data, outcome.request(), outcome.run(), yardsticks));
            }
            workspace.add(study, outcome.request(), outcome.run(), yardsticks);
        };
        boolean computed = outcome.run().history().epochs().isEmpty();
        if (computed && measuring.currentProperty().get().isPresent()) {
            waiting = Optional.of(keep);
        } else {
            keep.run();
        }
        fraction.set(0);
        decide();
        if (!workspace.isOpen(study)) {
            showChosen();
        }
    }

    private void keepWaiting() {
        Optional<Runnable> keep = waiting;
        waiting = Optional.empty();
        keep.ifPresent(Runnable::run);
    }

    private void failed(Failure failure) {
        error.set(failure.cancelled() ? "" : failure.sentence());
        nothingKept.set(failure.cancelled());
        rewinding.forget();
        fraction.set(0);
        decide();
        showChosen();
    }

    /** The first word says how it goes, the rest what it reached. */
    StringBinding answer() {
        return texts.bind(this::answerNow, curves, state, workspace.modelProperty(), workspace.dataProperty());
    }

    private String answerNow() {
        Curves now = curves.get();
        if (!now.epochs().isEmpty()) {
            return texts.of(LearningWords.answer(learned(now)));
        }
        if (busy()) {
            return texts.get(live.pretraining().isPresent() ? "train.pretraining.answer" : "train.first-epoch");
        }
        Optional<ModelRun> run = workspace.modelProperty().get();
        if (run.isPresent()) {
            return texts.get("train.computed", texts.get("model." + run.get().model()));
        }
        return texts.get(state.get() == State.NO_DATA ? "train.no-data" : "train.no-run");
    }

    private static LearningWords.Run learned(Curves curves) {
        Double popularity =
                curves.yardsticks().getOrDefault("ndcg", new TreeMap<>()).get("popularity");
        return new LearningWords.Run(
                curves.epochs().stream().mapToDouble(EpochRecord::loss).toArray(),
                curves.validation("loss"),
                curves.validation("ndcg"),
                "nDCG@10",
                curves.patience(),
                curves.stopped().isPresent(),
                popularity == null ? OptionalDouble.empty() : OptionalDouble.of(popularity));
    }

    /** What was kept, or how far training is. */
    StringBinding consequence() {
        return texts.bind(this::consequenceNow, curves, state, timeLeft, nothingKept, workspace.modelProperty());
    }

    private String consequenceNow() {
        if (busy() && live.isTaught()) {
            return texts.get(state.get() == State.STOPPING ? "train.measuring.stopping" : "train.measuring")
                    + (state.get() == State.PAUSED ? texts.get("train.paused") : "");
        }
        if (busy()) {
            int epoch = Math.max(1, curves.get().live().epoch());
            String where = live.pretraining()
                    .map(p -> texts.get("train.pretraining", p.part(), p.epoch(), p.epochs()))
                    .orElseGet(() ->
                            texts.get("train.epoch-of", epoch, curves.get().asked()));
            return switch (state.get()) {
                case PAUSED -> where + texts.get("train.paused");
                case STOPPING -> where + (live.pretraining().isPresent() ? "" : texts.get("train.stopping"));
                default ->
                    where
                            + timeLeft.get()
                                    .map(t -> texts.get(
                                            "train.left", texts.numbers().timeLeft(t)))
                                    .orElse("");
            };
        }
        String shown = workspace.modelProperty().get().map(this::kept).orElse("");
        return nothingKept.get() ? texts.get("train.stopped.nothing", shown) : shown;
    }

    private String kept(ModelRun run) {
        int last = run.history().epochs().size();
        if (last == 0) {
            return "";
        }
        String key =
                switch (run.ending()) {
                    case STOPPED -> "train.kept.stopped";
                    case DIVERGED -> "train.kept.diverged";
                    default -> last == 1 ? "train.kept.one" : "train.kept";
                };
        return texts.get(key, last, run.history().bestEpoch());
    }
}
