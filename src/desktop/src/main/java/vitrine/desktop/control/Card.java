package vitrine.desktop.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A bordered region with a title and, at the title's right end, its own controls. */
public final class Card extends VBox {
    private final HBox head;

    /** @param title usually a label with style class {@code card-title} */
    public Card(Node title, Node... atRight) {
        super(8);
        getStyleClass().add("card-box");
        head = Widgets.row(8, title, Widgets.filler());
        head.getChildren().addAll(atRight);
        getChildren().add(head);
    }

    public Card with(Node... content) {
        getChildren().addAll(content);
        return this;
    }
}
