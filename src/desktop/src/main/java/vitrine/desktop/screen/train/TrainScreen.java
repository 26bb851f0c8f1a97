package vitrine.desktop.screen.train;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import vitrine.desktop.control.AnswerLine;
import vitrine.desktop.control.ErrorCard;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.Screen;
import vitrine.desktop.screen.ScreenContext;

/** "Is it learning?" */
public final class TrainScreen implements Screen {
    private final ScreenContext context;
    private final TrainViewModel model;
    private final Runs runs;
    private final VBox root = new VBox(12);

    public TrainScreen(ScreenContext context) {
        this.context = context;
        this.model = new TrainViewModel(context);
        this.runs = new Runs(context, model);
        Widgets widgets = context.widgets();
        root.getStyleClass().add("screen");
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.fractionProperty());
        progress.setPrefWidth(160);
        progress.setId("train-progress");
        Widgets.visibleWhen(progress, model.stateProperty().map(TrainViewModel.State::isTraining));
        FormPane form = new FormPane(widgets, model);
        CurvesPane curves = new CurvesPane(context, model);
        var comparing = runs.comparedProperty().map(Optional::isPresent);
        Widgets.visibleWhen(curves, comparing.map(c -> !c));
        ComparePane compare = new ComparePane(context, runs);
        VBox.setVgrow(compare, Priority.ALWAYS);
        VBox right = new VBox(12, curves, compare, new RunTable(context, model, runs));
        HBox.setHgrow(right, Priority.ALWAYS);
        VBox.setVgrow(right.getChildren().get(0), Priority.ALWAYS);
        HBox body = new HBox(16, form, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren()
                .addAll(
                        new AnswerLine(
                                        widgets,
                                        oneOf(comparing, runs.answer(), model.answer()),
                                        oneOf(comparing, runs.consequence(), model.consequence()))
                                .beside(progress, stopButton(), mainButton()),
                        new ErrorCard(widgets, model.errorProperty()),
                        body);
    }

    private static ObservableValue<String> oneOf(
            ObservableValue<Boolean> first, ObservableValue<String> one, ObservableValue<String> other) {
        return first.flatMap(f -> f ? one : other);
    }

    private Button mainButton() {
        Texts texts = context.texts();
        Button button = context.widgets().button("train.start", "Ctrl+Enter", model::mainAction, "accent");
        button.setId("train-main");
        button.textProperty().unbind();
        button.textProperty()
                .bind(texts.bind(() -> texts.get(word(model.stateProperty().get())), model.stateProperty()));
        button.graphicProperty().bind(model.stateProperty().map(s -> new FontIcon(icon(s))));
        button.disableProperty().bind(model.stateProperty().map(s -> switch (s) {
            case NO_DATA, STOPPING, REWINDING -> true;
            case IDLE, RUNNING, PAUSED -> false;
        }));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static String word(TrainViewModel.State state) {
        return switch (state) {
            case RUNNING -> "train.pause";
            case PAUSED -> "train.resume";
            case STOPPING -> "train.stopping-button";
            default -> "train.start";
        };
    }

    private static String icon(TrainViewModel.State state) {
        return state == TrainViewModel.State.RUNNING ? "mdi2p-pause" : "mdi2p-play";
    }

    private Button stopButton() {
        Button button = context.widgets().button("train.stop", "Shift+Esc", model::stop);
        button.setId("train-stop");
        button.setGraphic(new FontIcon("mdi2s-stop"));
        Widgets.visibleWhen(button, model.stateProperty().map(TrainViewModel.State::isTraining));
        return button;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void mainAction() {
        model.mainAction();
    }

    @Override
    public void stop() {
        model.stop();
    }
}
