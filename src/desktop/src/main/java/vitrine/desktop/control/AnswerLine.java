package vitrine.desktop.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The top of every screen: one sentence that answers its question, what stands beside it (a verdict, the main action), and
 * one line of consequence.
 */
public final class AnswerLine extends VBox {
    private final Label second;
    private final HBox after = Widgets.row(8);
    private final HBox beside = Widgets.row(8);

    public AnswerLine(Widgets widgets, ObservableValue<String> answer, ObservableValue<String> consequence) {
        super(4);
        getStyleClass().add("answer");
        Label sentence = widgets.paragraph(answer, "answer-sentence");
        after.setMinWidth(Region.USE_PREF_SIZE);
        beside.setMinWidth(Region.USE_PREF_SIZE);
        second = widgets.paragraph(consequence, "answer-consequence", "text-muted");
        getChildren().addAll(Widgets.row(12, sentence, after, Widgets.filler(), beside), second);
        Widgets.visibleWhen(second, second.textProperty().map(t -> t != null && !t.isEmpty()));
    }

    /** Dims the line of consequence while it still speaks of an older question. */
    public void dimConsequence(ObservableValue<Boolean> updating) {
        Dimming.of(second, updating);
    }

    /** Puts a node directly after the sentence. */
    public AnswerLine after(Node node) {
        after.getChildren().add(node);
        return this;
    }

    /** Puts nodes at the right end of the line. */
    public AnswerLine beside(Node... nodes) {
        beside.getChildren().addAll(nodes);
        return this;
    }
}
