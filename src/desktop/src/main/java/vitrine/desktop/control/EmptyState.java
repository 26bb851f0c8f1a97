package vitrine.desktop.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a region says while it has nothing to show: why, what to do next, and a button for it. */
public final class EmptyState extends VBox {
    public EmptyState(Widgets widgets, String icon, ObservableValue<String> words, Node... buttons) {
        super(12);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-icon");
        Label sentence = widgets.paragraph(words, "empty-words");
        sentence.setMaxWidth(520);
        sentence.setTextAlignment(TextAlignment.CENTER);
        HBox row = Widgets.row(8, buttons);
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(picture, sentence, row);
    }
}
