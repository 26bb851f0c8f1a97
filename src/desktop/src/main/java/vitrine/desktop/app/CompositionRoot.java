package vitrine.desktop.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.stage.Stage;
import javafx.util.Duration;
import vitrine.action.StudySession;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.screen.ScreenEntry;
import vitrine.desktop.screen.compare.CompareScreen;
import vitrine.desktop.screen.data.DataScreen;
import vitrine.desktop.screen.explain.ExplainScreen;
import vitrine.desktop.screen.recommend.RecommendScreen;
import vitrine.desktop.screen.train.TrainScreen;
import vitrine.desktop.settings.Settings;
import vitrine.desktop.settings.SettingsRecord;
import vitrine.desktop.settings.SettingsStore;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;
import vitrine.desktop.workspace.Ranker;
import vitrine.desktop.workspace.Workspace;
import vitrine.run.VitrineException;

/** Makes everything once and wires it together by hand. */
public final class CompositionRoot {
    private static final Duration SETTLED = Duration.seconds(1);
    private final Start start;
    private final SettingsStore store;
    private final Settings settings;
    private final Tasks tasks;
    private final Workspace workspace;
    private final Screens screens = new Screens();
    private final MainWindow window;

    public CompositionRoot(Start start) {
        this.start = start;
        store = new SettingsStore(start.userFolder());
        settings = store.load();
        Texts texts = new Texts(settings.languageProperty().get());
        texts.languageProperty().bindBidirectional(settings.languageProperty());
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        tasks = new Tasks(
                Platform::runLater,
                threads,
                defect -> texts.get("failure.defect", defect, start.userFolder().resolve("logs")));
        workspace = new Workspace(tasks, texts, start.userFolder().resolve("studies"));
        workspace
                .studyProperty()
                .addListener((o, before, now) -> settings.studyProperty()
                        .set(now.filter(s -> !s.isSample())
                                .map(s -> s.folder().toString())
                                .orElse("")));
        saveLater();
        Optional<String> trouble = openFirstStudy();
        ScreenContext context = new ScreenContext(texts, settings, tasks, workspace, new Widgets(texts), screens::show);
        screens.offer(entries(context));
        window = new MainWindow(context, screens, new StudyMenuActions(this::openSample, this::openStudy));
        trouble.ifPresent(window::say);
    }

    /** Nothing remembered is lost when the window does not come to close in peace. */
    private void saveLater() {
        Slot slot = tasks.slot();
        PauseTransition pause = new PauseTransition(SETTLED);
        pause.setOnFinished(e -> {
            SettingsRecord record = settings.toRecord();
            slot.run(
                    new ReadOnlyStringWrapper(""),
                    job -> {
                        store.save(record);
                        return record;
                    },
                    saved -> {},
                    failure -> {});
        });
        settings.onChange(pause::playFromStart);
    }

    /** The rail, in order: only screens that work. A new screen is one line here. */
    private static List<ScreenEntry> entries(ScreenContext context) {
        Ranker ranker = new Ranker(context.texts(), context.tasks(), context.workspace());
        return List.of(
                new ScreenEntry("data", "mdi2d-database-outline", () -> new DataScreen(context)),
                new ScreenEntry("train", "mdi2c-chart-line", () -> new TrainScreen(context)),
                new ScreenEntry("recommend", "mdi2f-format-list-numbered", () -> new RecommendScreen(context, ranker)),
                new ScreenEntry("explain", "mdi2l-lightbulb-outline", () -> new ExplainScreen(context, ranker)),
                new ScreenEntry("compare", "mdi2s-scale-balance", () -> new CompareScreen(context)));
    }

    /** Shows the window; the study is being read since this object was made. */
    public void open(Stage stage) {
        window.show(stage);
    }

    /** What is open, for tests and pictures. */
    public Workspace workspace() {
        return workspace;
    }

    /** Brings a screen to the front. */
    public void show(String screen) {
        screens.show(screen);
    }

    public Settings settings() {
        return settings;
    }

    /** While the window is still being built, so that it appears with its list. */
    private Optional<String> openFirstStudy() {
        String last = settings.studyProperty().get();
        if (start.study().isPresent()) {
            return tryOpen(start.study().get());
        } else if (!last.isEmpty() && Files.isRegularFile(Path.of(last, "study.json"))) {
            return tryOpen(Path.of(last));
        }
        openSample();
        return Optional.empty();
    }

    private void openSample() {
        workspace.open(StudySession.sample(
                start.sampleData(), start.userFolder().resolve("studies").resolve("online-retail")));
    }

    private void openStudy(Path folder) {
        tryOpen(folder).ifPresent(window::say);
    }

    /** @return why it cannot be opened */
    private Optional<String> tryOpen(Path folder) {
        try {
            workspace.open(StudySession.in(folder));
            return Optional.empty();
        } catch (VitrineException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Remembers the window and ends all work. */
    public void close() {
        window.remember();
        store.save(settings.toRecord());
        tasks.close();
    }
}
