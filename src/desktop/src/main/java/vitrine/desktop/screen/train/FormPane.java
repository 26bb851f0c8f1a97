package vitrine.desktop.screen.train;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import vitrine.action.Models;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.i18n.Texts;

/** Model, split and hyper-parameters, built from the model's own description of its parameters. */
final class FormPane extends VBox {
    private static final double WIDTH = 300;
    private static final String TRANSLATE = "translate";
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final Widgets widgets;
    private final Texts texts;
    private final TrainForm form;
    private final VBox fields = new VBox(8);
    private final ToggleButton more = new ToggleButton();

    FormPane(Widgets widgets, TrainViewModel model) {
        this.widgets = widgets;
        this.texts = widgets.texts();
        this.form = model.form();
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        more.getStyleClass().addAll("flat", "small");
        more.setId("train-more");
        more.textProperty()
                .bind(texts.bind(
                        () -> texts.get(
                                more.isSelected() ? "train.less" : "train.more",
                                form.fields().stream()
                                        .filter(TrainForm.Field::advanced)
                                        .count()),
                        more.selectedProperty(),
                        form.modelProperty()));
        more.selectedProperty().addListener((o, before, now) -> fill());
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        Card card = new Card(widgets.label("train.settings", "card-title"))
                .with(
                        choice("train.model", "model.", Models.names(), form.modelProperty()),
                        choice("train.split", "split.", Models.splits(), form.splitProperty()),
                        scroll);
        VBox.setVgrow(card, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(card);
        disableProperty().bind(model.stateProperty().map(TrainViewModel.State::isTraining));
        form.fields().addListener((ListChangeListener<TrainForm.Field>) change -> fill());
        fill();
    }

    private void fill() {
        fields.getChildren()
                .setAll(form.fields().stream()
                        .filter(f -> !f.advanced() || more.isSelected())
                        .map(this::field)
                        .toList());
        fields.getChildren().add(more);
    }

    private Node field(TrainForm.Field field) {
        Label name = widgets.label(texts.bind(() -> label(field)));
        Label help = widgets.paragraph(
                texts.bind(
                        () -> field.refusal().map(why -> refused(field, why)).orElseGet(() -> help(field)),
                        field.value()),
                "text-muted",
                "text-small");
        help.pseudoClassStateChanged(WRONG, field.refusal().isPresent());
        field.value()
                .addListener((o, before, now) ->
                        help.pseudoClassStateChanged(WRONG, field.refusal().isPresent()));
        Region input = field.choices().isEmpty() ? typed(field) : chosen(field);
        input.setId("field-" + field.name());
        input.accessibleHelpProperty().bind(help.textProperty());
        name.setLabelFor(input);
        return new VBox(2, Widgets.row(8, name, Widgets.filler(), input), help);
    }

    private static Region typed(TrainForm.Field field) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(field.value());
        input.setPrefWidth(92);
        input.setMinWidth(92);
        input.getStyleClass().addAll("small", "number");
        return input;
    }

    private Region chosen(TrainForm.Field field) {
        return box(field.choices(), field.value(), word -> {
            String key = "choice." + field.name() + "." + word;
            return texts.has(key) ? texts.get(key) : word;
        });
    }

    private String label(TrainForm.Field field) {
        String key = "param." + field.name();
        return texts.has(key) ? texts.get(key) : field.name();
    }

    /** The engine speaks English and of flags. */
    private String refused(TrainForm.Field field, String why) {
        return texts.language() == Language.ENGLISH
                ? why.replace("--" + field.name(), label(field))
                : texts.get("train.refused", help(field));
    }

    private String help(TrainForm.Field field) {
        boolean own = field.help().isEmpty() || texts.language() == Language.CHINESE;
        return own && texts.has("param." + field.name() + ".help")
                ? texts.get("param." + field.name() + ".help")
                : field.help();
    }

    private Node choice(String title, String prefix, List<String> values, StringProperty chosen) {
        ComboBox<String> box = box(values, chosen, value -> texts.get(prefix + value));
        box.setPrefWidth(184);
        box.setId(title.replace('.', '-'));
        Label name = widgets.label(title);
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(box);
        return Widgets.row(8, name, Widgets.filler(), box);
    }

    private ComboBox<String> box(List<String> values, StringProperty chosen, UnaryOperator<String> words) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(converter(words));
        box.setValue(chosen.get());
        box.valueProperty().addListener((o, before, now) -> {
            if (now != null) {
                chosen.set(now);
            }
        });
        // Weak, since the fields are made anew for each model while the language stays: the box alone holds its
        // listener.
        ChangeListener<Language> translate = (o, before, now) -> {
            box.setConverter(converter(words));
            // The button shows its words again only for a value that changes.
            box.setValue(null);
            box.setValue(chosen.get());
        };
        box.getProperties().put(TRANSLATE, translate);
        texts.languageProperty().addListener(new WeakChangeListener<>(translate));
        return box;
    }

    private static StringConverter<String> converter(UnaryOperator<String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }
}
