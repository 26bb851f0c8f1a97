package vitrine.desktop.screen.data;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** The cleaning steps as switches, each with what it removed here, and what remains. */
final class CleaningPane extends VBox {
    private final ScreenContext context;
    private final Texts texts;
    private final DataViewModel model;
    private final VBox rows = new VBox(0);

    CleaningPane(ScreenContext context, DataViewModel model) {
        super(12);
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        rows.setId("cleaning-steps");
        Widgets widgets = context.widgets();
        Card card = new Card(widgets.label("data.cleaning", "card-title"));
        card.with(
                line(texts.bind("data.read.rows"), count(d -> d.result().rowsRead())),
                rows,
                line(texts.bind("data.kept.rows"), count(d -> d.result().rowsKept())),
                widgets.paragraph(texts.bind("data.cleaning.order"), "text-muted", "text-small"));
        getChildren().addAll(card, columns());
        model.steps().addListener((ListChangeListener<StepRow>) change -> fill());
        fill();
    }

    private void fill() {
        rows.getChildren().setAll(model.steps().stream().map(this::row).toList());
    }

    private Node row(StepRow step) {
        ToggleSwitch on = new ToggleSwitch();
        on.setSelected(step.step().on());
        on.setDisable(!step.step().canBeSwitchedOff());
        on.accessibleTextProperty().bind(texts.bind(() -> texts.of(step.step().title())));
        on.selectedProperty().addListener((o, before, now) -> model.switchStep(step, now));
        Label name =
                context.widgets().label(texts.bind(() -> texts.of(step.step().title()) + bounds(step)));
        Label count = context.widgets().label(texts.bind(() -> effect(step)), "number");
        count.setMinWidth(Region.USE_PREF_SIZE);
        if (step.removed() == 0) {
            count.getStyleClass().add("text-muted");
        }
        HBox row = Widgets.row(8, on, name, Widgets.filler(), count);
        row.getStyleClass().add("step-row");
        if (!step.step().canBeSwitchedOff()) {
            javafx.scene.control.Tooltip.install(row, context.widgets().tooltip(texts.bind("data.step.always")));
        }
        return row;
    }

    private String bounds(StepRow step) {
        int user = step.step().minUser();
        int item = step.step().minItem();
        if (user > 0 && item > 0) {
            return texts.get("data.step.bounds", user, item);
        }
        return user > 0
                ? texts.get("data.step.bounds.user", user)
                : item > 0 ? texts.get("data.step.bounds.item", item) : "";
    }

    private String effect(StepRow step) {
        if (!step.step().on()) {
            return texts.get("data.step.off");
        }
        if (step.removed() > 0) {
            return texts.numbers().count(-step.removed());
        }
        return step.touched() > 0
                ? texts.get("data.step.touched", texts.numbers().count(step.touched()))
                : texts.get("data.step.nothing");
    }

    private Node line(ObservableValue<String> words, ObservableValue<String> number) {
        HBox line = Widgets.row(
                8,
                context.widgets().label(words),
                Widgets.filler(),
                context.widgets().label(number, "number", "text-strong"));
        line.getStyleClass().addAll("step-row", "step-total");
        return line;
    }

    private ObservableValue<String> count(java.util.function.ToLongFunction<vitrine.action.DataSession> of) {
        return texts.bind(
                () -> context.workspace()
                        .dataProperty()
                        .get()
                        .map(d -> texts.numbers().count(of.applyAsLong(d)))
                        .orElse(""),
                context.workspace().dataProperty());
    }

    /** Which column was read as what. */
    private Node columns() {
        Card card = new Card(context.widgets().label("data.mapped", "card-title"));
        VBox list = new VBox(0);
        Runnable fill = () -> list.getChildren()
                .setAll(context.workspace().dataProperty().get().stream()
                        .flatMap(d -> d.mapping().entrySet().stream())
                        .map(e -> mapped(e.getKey(), e.getValue()))
                        .toList());
        context.workspace().dataProperty().addListener((o, before, now) -> fill.run());
        fill.run();
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(48);
        scroll.getStyleClass().add("plain-scroll");
        return card.with(scroll);
    }

    private Node mapped(String role, String column) {
        Label name = new Label(column);
        HBox row = Widgets.row(8, context.widgets().label("role." + role, "text-muted"), Widgets.filler(), name);
        row.getStyleClass().add("mapped-row");
        return row;
    }
}
