package vitrine.desktop.screen.explain;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vitrine.desktop.control.AnswerLine;
import vitrine.desktop.control.Dimming;
import vitrine.desktop.control.EmptyState;
import vitrine.desktop.control.ErrorCard;
import vitrine.desktop.control.VerdictBadge;
import vitrine.desktop.control.VerdictState;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.screen.Screen;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.Ranker;

/** "Why this, and is that true?" */
public final class ExplainScreen implements Screen {
    private static final double ROOMY = 740;
    private final ExplainViewModel model;
    private final ChangeViewModel change;
    private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(this, "lens", Lens.LAYERS);
    private final BooleanProperty panelOpen = new SimpleBooleanProperty(this, "panelOpen");
    private final VerdictBadge badge;
    private final StripCard strip;
    private final StackPane root;

    public ExplainScreen(ScreenContext context, Ranker ranker) {
        Widgets widgets = context.widgets();
        model = new ExplainViewModel(context.texts(), context.tasks(), context.workspace(), ranker);
        change = new ChangeViewModel(context.texts(), context.tasks(), model);
        ExplainTexts words = new ExplainTexts(context.texts(), model);
        badge = new VerdictBadge(context.texts());
        badge.setId("verdict");
        badge.selectedProperty().bindBidirectional(panelOpen);
        Widgets.visibleWhen(badge, model.answerProperty().map(a -> a.isPresent()));
        model.stateProperty().addListener((o, before, now) -> badge());
        model.checkingProperty().addListener((o, before, now) -> badge());
        badge();
        strip = new StripCard(context, ranker, model, panelOpen);
        VerdictPanel panel = new VerdictPanel(context, model, words, this::closePanel);
        Widgets.visibleWhen(panel.node(), panelOpen);
        VBox main = new VBox(12);
        BarsCard bars =
                new BarsCard(context, model, words, main.heightProperty().map(h -> h.doubleValue() >= ROOMY));
        Widgets.visibleWhen(bars.node(), model.answerProperty().map(a -> a.isPresent()));
        LensCard layers = new LensCard(
                context, new LensViewModel(context.texts(), context.tasks(), model), LensPills.of(widgets, lens));
        ChangeCard changes = new ChangeCard(context, change, LensPills.of(widgets, lens));
        Widgets.visibleWhen(layers.node(), lens.map(l -> l == Lens.LAYERS));
        Widgets.visibleWhen(changes.node(), lens.map(l -> l == Lens.CHANGE));
        VBox.setVgrow(bars.node(), Priority.SOMETIMES);
        VBox.setVgrow(layers.node(), Priority.ALWAYS);
        VBox.setVgrow(changes.node(), Priority.ALWAYS);
        AnswerLine answer = new AnswerLine(widgets, words.question(), words.headline()).after(badge);
        answer.dimConsequence(model.updating());
        Dimming.of(badge, model.updating());
        Dimming.of(panel.node(), model.updating());
        Button again = widgets.button("explain.again", model::askAgain);
        main.getChildren()
                .addAll(
                        answer,
                        new ErrorCard(widgets, model.failureProperty(), again),
                        new ErrorCard(widgets, ranker.failureProperty()),
                        bars.node(),
                        layers.node(),
                        changes.node());
        main.setMinWidth(0);
        HBox.setHgrow(main, Priority.ALWAYS);
        HBox content = new HBox(16, strip.node(), main, panel.node());
        content.getStyleClass().add("screen");
        Widgets.visibleWhen(content, model.hasModel());
        root = new StackPane(content, empty(context));
    }

    private Node empty(ScreenContext context) {
        Button train = context.widgets()
                .button("recommend.train", () -> context.navigator().show("train"), "accent");
        BooleanBinding opening = model.isOpening();
        Widgets.visibleWhen(train, opening.not());
        EmptyState empty = new EmptyState(
                context.widgets(),
                "mdi2l-lightbulb-outline",
                context.texts()
                        .bind(
                                () -> context.texts().get(opening.get() ? "recommend.opening" : "explain.empty"),
                                opening),
                train);
        Widgets.visibleWhen(empty, model.hasModel().not());
        return empty;
    }

    private void badge() {
        ExplainViewModel.Checking now = model.checkingProperty().get();
        badge.show(model.stateProperty().get(), now.done(), now.all());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.comeToFront();
        strip.focus();
    }

    @Override
    public void hidden() {
        model.leaveFront();
    }

    @Override
    public void mainAction() {
        if (model.stateProperty().get() == VerdictState.UNCHECKED) {
            model.askAgain();
        }
    }

    @Override
    public void stop() {
        model.stop();
        change.stop();
    }

    @Override
    public boolean closePanel() {
        boolean wasOpen = panelOpen.get();
        if (wasOpen) {
            panelOpen.set(false);
            strip.focus();
        }
        return wasOpen;
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.I) {
            panelOpen.set(!panelOpen.get());
            return true;
        }
        return false;
    }
}
