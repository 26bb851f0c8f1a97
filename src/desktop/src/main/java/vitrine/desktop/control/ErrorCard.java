package vitrine.desktop.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A failure, in the card that failed: a sentence and what can be done. Takes no room while there is none. */
public final class ErrorCard extends HBox {
    /** @param sentence empty while nothing failed */
    public ErrorCard(Widgets widgets, ObservableValue<String> sentence, Node... buttons) {
        super(10);
        getStyleClass().add("error-card");
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(sentence);
        FontIcon icon = new FontIcon("mdi2a-alert-octagon-outline");
        Label words = widgets.paragraph(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(icon, words);
        getChildren().addAll(buttons);
        Widgets.visibleWhen(this, words.textProperty().map(t -> t != null && !t.isEmpty()));
    }
}
