package vitrine.desktop.screen.data;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.chart.PlotCanvas;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** Events over time and the long tail, each with one line that says what it shows. */
final class ProfilePane extends VBox {
    ProfilePane(ScreenContext context, DataViewModel model) {
        Texts texts = context.texts();
        Widgets widgets = context.widgets();
        ProfilePlots plots = new ProfilePlots(texts);
        ToggleButton time = widgets.pill("data.profile.time");
        ToggleButton tail = widgets.pill("data.profile.tail");
        HBox pills = widgets.pills(new ToggleGroup(), List.of(time, tail));
        time.setSelected(true);
        ObservableValue<Boolean> showTail = tail.selectedProperty();
        ObjectBinding<Plot> plot = Bindings.createObjectBinding(
                () -> model.profileProperty()
                        .get()
                        .map(p -> showTail.getValue() ? plots.tail(p) : plots.time(p))
                        .orElse(Plot.EMPTY),
                model.profileProperty(),
                tail.selectedProperty(),
                texts.languageProperty());
        PlotCanvas canvas = new PlotCanvas(plot, context.settings().darkProperty());
        canvas.setPrefHeight(200);
        canvas.setId("profile-plot");
        Label title = widgets.label(
                texts.bind(
                        () -> model.profileProperty()
                                .get()
                                .map(p -> showTail.getValue() ? texts.get("data.tail.title") : plots.timeTitle(p))
                                .orElse(texts.get("data.profile.time")),
                        model.profileProperty(),
                        tail.selectedProperty()),
                "card-title");
        Label reading = widgets.label(
                texts.bind(
                        () -> model.profileProperty()
                                .get()
                                .map(p -> showTail.getValue()
                                        ? plots.tailReading(
                                                p, canvas.readingProperty().get())
                                        : plots.timeReading(
                                                p, canvas.readingProperty().get()))
                                .orElse(""),
                        model.profileProperty(),
                        tail.selectedProperty(),
                        canvas.readingProperty()),
                "text-muted",
                "text-small");
        getChildren().add(new Card(title, pills).with(new StackPane(canvas), reading));
    }
}
