package vitrine.desktop.screen.compare;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import vitrine.desktop.control.AnswerLine;
import vitrine.desktop.control.EmptyState;
import vitrine.desktop.control.ErrorCard;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.Screen;
import vitrine.desktop.screen.ScreenContext;

/** "Which model, and for whom?" */
public final class CompareScreen implements Screen {
    private final ScreenContext context;
    private final Widgets widgets;
    private final Texts texts;
    private final CompareViewModel model;
    private final VBox refusals = new VBox(8);
    private final StackPane root;

    public CompareScreen(ScreenContext context) {
        this.context = context;
        widgets = context.widgets();
        texts = context.texts();
        model = new CompareViewModel(context);
        HBox details = new HBox(12, new ListsCard(context, model).node(), new OverlapCard(context, model).node());
        HBox.setHgrow(details.getChildren().get(0), Priority.ALWAYS);
        VBox.setVgrow(details, Priority.ALWAYS);
        Widgets.visibleWhen(details, model.currentProperty());
        Node hint = hint();
        VBox.setVgrow(hint, Priority.ALWAYS);
        VBox content = new VBox(
                12,
                new AnswerLine(widgets, model.answer(), model.consequence())
                        .beside(progressBar(), stopButton(), mainButton()),
                new ErrorCard(widgets, model.errorProperty()),
                new QuestionBar(context, model).node(),
                refusals,
                new MetricTable(context, model).node(),
                details,
                hint);
        content.getStyleClass().add("screen");
        model.odd().addListener((ListChangeListener<Lineup.Odd>) change -> refuse());
        refuse();
        Widgets.visibleWhen(content, hasModels());
        root = new StackPane(content, empty());
    }

    private ObservableValue<Boolean> hasModels() {
        return model.stateProperty()
                .map(state -> state != CompareViewModel.State.NO_MODEL && state != CompareViewModel.State.OPENING);
    }

    private void refuse() {
        refusals.getChildren().setAll(model.odd().stream().map(this::refusal).toList());
        refusals.setVisible(!model.odd().isEmpty());
        refusals.setManaged(!model.odd().isEmpty());
    }

    private Node refusal(Lineup.Odd one) {
        Button again = widgets.button("compare.again", () -> model.joining().again(one.run()), "small", "text-small");
        again.disableProperty().bind(model.stateProperty().map(state -> state == CompareViewModel.State.JOINING));
        Button remove = widgets.button("compare.remove", () -> model.lineup().toggle(one.run()), "small", "text-small");
        return new ErrorCard(widgets, texts.bind(() -> model.refusal(one)), again, remove);
    }

    private ProgressBar progressBar() {
        ProgressBar bar = new ProgressBar();
        bar.setId("compare-progress");
        bar.setPrefWidth(160);
        bar.progressProperty().bind(model.fractionProperty());
        Widgets.visibleWhen(bar, model.stateProperty().map(CompareViewModel.State::isComparing));
        return bar;
    }

    private Button stopButton() {
        Button button = widgets.button("train.stop", "Shift+Esc", model::stop);
        button.setId("compare-stop");
        button.setGraphic(new FontIcon("mdi2s-stop"));
        Widgets.visibleWhen(
                button,
                model.stateProperty().map(state -> state.isComparing() || state == CompareViewModel.State.JOINING));
        return button;
    }

    private Button mainButton() {
        Button button = widgets.button("compare.evaluate", "Ctrl+Enter", model::mainAction, "accent");
        button.setId("compare-main");
        button.setGraphic(new FontIcon("mdi2p-play"));
        button.textProperty().unbind();
        button.textProperty()
                .bind(texts.bind(
                        () -> texts.get(
                                model.stateProperty().get() == CompareViewModel.State.DONE
                                        ? "compare.done"
                                        : "compare.evaluate"),
                        model.stateProperty()));
        button.disableProperty().bind(model.stateProperty().map(state -> state != CompareViewModel.State.READY));
        Widgets.visibleWhen(
                button,
                model.stateProperty()
                        .map(state -> !state.isComparing()
                                && state != CompareViewModel.State.TOO_FEW
                                && state != CompareViewModel.State.JOINING));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** What stands below the table before there is a comparison. */
    private Node hint() {
        Button add = widgets.button("compare.add-plain", "Ctrl+Enter", model::mainAction, "accent");
        add.setId("compare-add-plain");
        Widgets.visibleWhen(
                add,
                model.stateProperty().map(state -> state == CompareViewModel.State.TOO_FEW && model.canAddPlain()));
        EmptyState hint = new EmptyState(
                widgets,
                "mdi2s-scale-balance",
                texts.bind(
                        () -> texts.get(
                                switch (model.stateProperty().get()) {
                                    case TOO_FEW -> "compare.hint.too-few";
                                    case NO_DATA -> "compare.hint.no-data";
                                    case JOINING -> "compare.hint.joining";
                                    case RUNNING, STOPPING -> "compare.hint.running";
                                    default -> "compare.hint";
                                }),
                        model.stateProperty()),
                add);
        Widgets.visibleWhen(
                hint,
                model.stateProperty()
                        .flatMap(state -> model.currentProperty()
                                .map(current -> !current && state != CompareViewModel.State.ODD)));
        return hint;
    }

    private Node empty() {
        Button train =
                widgets.button("recommend.train", () -> context.navigator().show("train"), "accent");
        Widgets.visibleWhen(train, model.stateProperty().map(state -> state == CompareViewModel.State.NO_MODEL));
        EmptyState empty = new EmptyState(
                widgets,
                "mdi2s-scale-balance",
                texts.bind(
                        () -> texts.get(
                                model.stateProperty().get() == CompareViewModel.State.OPENING
                                        ? "recommend.opening"
                                        : "compare.empty"),
                        model.stateProperty()),
                train);
        Widgets.visibleWhen(empty, hasModels().map(shown -> !shown));
        return empty;
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

    @Override
    public boolean key(KeyEvent event) {
        boolean alone = event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        if (alone && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            model.disagreement(event.getCode() == KeyCode.DOWN ? 1 : -1);
            return true;
        }
        return false;
    }
}
