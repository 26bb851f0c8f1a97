package vitrine.desktop.screen.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import vitrine.action.ContextChoice;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** The moment the list is made for: a small choice for each part of the context the model was trained with. */
final class ContextBar {
    private static final double WIDEST = 230;
    private static final double NARROWEST = 110;
    /** Stands for "as recorded" in a choice. */
    private static final String RECORDED = "";

    private final ScreenContext context;
    private final Texts texts;
    private final RecommendViewModel model;
    private final HBox choices = Widgets.row(12);
    private final HBox bar;
    private final List<Choice> shown = new ArrayList<>();

    ContextBar(ScreenContext context, RecommendViewModel model) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        Label none = context.widgets().label(model.noContext(), "text-muted", "text-small");
        none.setId("no-context");
        Widgets.visibleWhen(none, none.textProperty().isNotEmpty());
        Widgets.visibleWhen(choices, Bindings.isNotEmpty(choices.getChildren()));
        bar = Widgets.row(12, choices, none);
        bar.setId("context");
        Widgets.visibleWhen(
                bar,
                Bindings.isNotEmpty(choices.getChildren())
                        .or(none.textProperty().isNotEmpty()));
        model.contexts().addListener((o, before, now) -> show(now));
        context.workspace().cursor().editsProperty().addListener((o, before, now) -> shown.forEach(Choice::follow));
        texts.languageProperty().addListener((o, before, now) -> {
            List<ContextChoice> again = shown.stream().map(Choice::choice).toList();
            show(List.of());
            show(again);
        });
        show(model.contexts().getValue());
    }

    Node node() {
        return bar;
    }

    /** The same controls stay while only the edits change, so that the keyboard focus does. */
    private void show(List<ContextChoice> now) {
        if (now.equals(shown.stream().map(Choice::choice).toList())) {
            return;
        }
        shown.clear();
        choices.getChildren().clear();
        for (ContextChoice choice : now) {
            Choice made = new Choice(choice);
            shown.add(made);
            choices.getChildren().add(made.node());
        }
    }

    /** One part of the context. */
    private final class Choice {
        private final ContextChoice choice;
        /** What can be asked beside what is recorded. */
        private final List<String> others;

        private final ComboBox<String> box = new ComboBox<>();
        private final HBox node;
        private boolean following;

        Choice(ContextChoice choice) {
            this.choice = choice;
            this.others = choice.values().stream()
                    .filter(value -> !choice.recorded().equals(Optional.of(value)))
                    .toList();
            String name = "context." + choice.name();
            box.setId("context-" + choice.name());
            box.getStyleClass().add("small");
            box.setMinWidth(NARROWEST);
            box.setMaxWidth(WIDEST);
            box.setConverter(new Words());
            box.getItems().add(RECORDED);
            box.getItems().addAll(others);
            box.accessibleTextProperty().bind(texts.bind(name));
            box.valueProperty().addListener((o, before, now) -> {
                if (!following && now != null) {
                    model.ask(choice.name(), now.equals(RECORDED) ? Optional.empty() : Optional.of(now));
                }
            });
            Label label = context.widgets().label(name, "text-muted");
            label.setLabelFor(box);
            node = Widgets.row(6, label, box);
            follow();
        }

        ContextChoice choice() {
            return choice;
        }

        Node node() {
            return node;
        }

        void follow() {
            following = true;
            String asked = model.asked().getOrDefault(choice.name(), RECORDED);
            box.setValue(others.contains(asked) ? asked : RECORDED);
            following = false;
        }

        private String word(String value) {
            return switch (choice.name()) {
                case "hour" -> value + ":00";
                case "weekday" -> texts.get("weekday." + value);
                default -> value;
            };
        }

        /** "13:00 (recorded)". */
        private final class Words extends StringConverter<String> {
            @Override
            public String toString(String value) {
                if (value == null || value.equals(RECORDED)) {
                    return choice.recorded()
                            .map(recorded -> texts.get("context.recorded.as", word(recorded)))
                            .orElseGet(() -> texts.get("context.recorded"));
                }
                return word(value);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        }
    }
}
