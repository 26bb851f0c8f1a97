package vitrine.desktop.screen.explain;

import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.chart.RemovalCurveChart;
import vitrine.desktop.chart.Picture;
import vitrine.desktop.chart.PictureCanvas;
import vitrine.desktop.chart.StillPicture;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** Is this explanation true? The verdict's sentence, its tests beside the best control, and what was not tested. */
final class VerdictPanel {
    private static final double WIDTH = 340;
    private static final double CURVE = 200;
    private static final double SCROLL_BAR = 12;
    private final Texts texts;
    private final ExplainViewModel model;
    private final GridPane table = new GridPane();
    private final Card card;

    VerdictPanel(ScreenContext context, ExplainViewModel model, ExplainTexts words, Runnable close) {
        this.texts = context.texts();
        this.model = model;
        Widgets widgets = context.widgets();
        PictureCanvas curve = new PictureCanvas(source(), context.settings().darkProperty());
        curve.setId("removal-curve");
        curve.setPrefHeight(CURVE);
        curve.setMinHeight(CURVE);
        table.getStyleClass().add("evidence");
        table.setId("evidence");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().setAll(name, right(), right(), right());
        ObservableValue<Boolean> measured =
                model.answerProperty().map(a -> measured(a).isPresent());
        Label sentence = widgets.paragraph(words.verdict());
        sentence.setId("verdict-sentence");
        VBox evidence = new VBox(
                8,
                table,
                widgets.paragraph(words.curveTitle(), "text-strong"),
                curve,
                widgets.label("explain.not-tested", "text-strong"),
                widgets.paragraph(words.notTested(), "text-muted"));
        Widgets.visibleWhen(evidence, measured);
        Label waiting = widgets.paragraph(words.waiting(), "text-muted");
        Widgets.visibleWhen(waiting, waiting.textProperty().map(t -> t != null && !t.isEmpty()));
        Label standing = widgets.paragraph(words.standing());
        VBox content = new VBox(
                10,
                waiting,
                sentence,
                standing,
                evidence,
                widgets.paragraph(words.details(), "text-muted", "text-small"));
        content.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card = new Card(
                widgets.label("explain.true", "card-title"),
                widgets.iconButton("mdi2c-close", texts.bind("explain.close"), close));
        card.with(scroll);
        card.setId("verdict-panel");
        card.setMinWidth(WIDTH);
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        model.answerProperty().addListener((o, before, now) -> fill());
        texts.languageProperty().addListener((o, before, now) -> fill());
        fill();
    }

    private static ColumnConstraints right() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private static Optional<Faithfulness> measured(Optional<Answer> answer) {
        return answer.flatMap(Answer::checked).flatMap(open -> open.checked().faithfulness());
    }

    private ObservableValue<BiFunction<Double, Double, Optional<Picture>>> source() {
        return Bindings.createObjectBinding(
                () -> (width, height) -> measured(model.answerProperty().get())
                        .map(m -> new StillPicture(new RemovalCurveChart(
                                m, texts.language().locale(), new Dimension(width.intValue(), height.intValue())))),
                model.answerProperty(),
                texts.languageProperty());
    }

    private void fill() {
        table.getChildren().clear();
        List<EvidenceRow> rows =
                measured(model.answerProperty().get()).map(EvidenceRow::of).orElse(List.of());
        int line = 0;
        for (String head : List.of("test", "this", "control", "better")) {
            Label label = new Label(texts.get("explain.column." + head));
            label.getStyleClass().addAll("text-muted", "text-small");
            table.add(label, line++, 0);
        }
        for (int i = 0; i < rows.size(); i++) {
            EvidenceRow row = rows.get(i);
            Label better = new Label(row.isBetter() ? "✓" : "×");
            better.setAccessibleText(texts.get(row.isBetter() ? "explain.better" : "explain.worse"));
            table.addRow(i + 1, new Label(row.test()), new Label(row.mine()), new Label(row.control()), better);
        }
    }

    Card node() {
        return card;
    }
}
