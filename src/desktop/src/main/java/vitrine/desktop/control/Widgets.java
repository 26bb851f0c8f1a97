package vitrine.desktop.control;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.javafx.FontIcon;
import vitrine.desktop.i18n.Texts;

/** Small nodes whose words follow the language. */
public final class Widgets {
    private final Texts texts;

    public Widgets(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    /** A label with a fixed text of the bundle. */
    public Label label(String key, String... styles) {
        return label(texts.bind(key), styles);
    }

    /** A label with a living text. */
    public Label label(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that breaks its lines and is never cut. */
    public Label paragraph(ObservableValue<String> text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A button that is never cut. */
    public Button button(String key, Runnable action, String... styles) {
        Button button = new Button();
        button.textProperty().bind(texts.bind(key));
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** A button with a shortcut named in its tooltip. */
    public Button button(String key, String shortcut, Runnable action, String... styles) {
        Button button = button(key, action, styles);
        button.setTooltip(tooltip(texts.bind(() -> texts.get(key) + "  " + shortcut)));
        return button;
    }

    /** An icon alone: its words are the tooltip and the name a screen reader says. */
    public Button iconButton(String icon, ObservableValue<String> words, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.accessibleTextProperty().bind(words);
        button.setTooltip(tooltip(words));
        button.setOnAction(e -> action.run());
        return button;
    }

    /** A field to search or filter with: what is typed can be cleared by one click. */
    public TextField searchField(ObservableValue<String> prompt) {
        TextField field = TextFields.createClearableTextField();
        field.promptTextProperty().bind(prompt);
        return field;
    }

    public Tooltip tooltip(ObservableValue<String> words) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        return tooltip;
    }

    /** Neighbouring pills, exactly one chosen. */
    public HBox pills(ToggleGroup group, List<ToggleButton> pills) {
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < pills.size(); i++) {
            ToggleButton pill = pills.get(i);
            pill.setToggleGroup(group);
            pill.setMinWidth(Region.USE_PREF_SIZE);
            pill.setMnemonicParsing(false);
            pill.getStyleClass()
                    .addAll(i == 0 ? "left-pill" : i == pills.size() - 1 ? "right-pill" : "center-pill", "small");
        }
        group.selectedToggleProperty().addListener((o, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
        box.getChildren().setAll(pills);
        return box;
    }

    /** One pill for {@link #pills}. */
    public ToggleButton pill(String key) {
        ToggleButton pill = new ToggleButton();
        pill.textProperty().bind(texts.bind(key));
        return pill;
    }

    /** Controls beside each other, centred on one line. */
    public static HBox row(double gap, Node... nodes) {
        HBox row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Takes the room that is left. */
    public static Region filler() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Shows the node or takes it out of the layout altogether. */
    public static void visibleWhen(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }
}
