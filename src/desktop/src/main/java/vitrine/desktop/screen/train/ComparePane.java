package vitrine.desktop.screen.train;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vitrine.action.RunComparison;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.chart.PlotCanvas;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** Several runs on one chart, by one measure at a time. */
final class ComparePane extends VBox {
    private final Texts texts;
    private final Runs runs;
    private final ComparedPlot plots;

    ComparePane(ScreenContext context, Runs runs) {
        this.texts = context.texts();
        this.runs = runs;
        this.plots = new ComparedPlot(texts);
        Widgets widgets = context.widgets();
        ObjectBinding<Plot> plot = Bindings.createObjectBinding(
                () -> shown().map(c -> plots.of(c.runs(), c.comparison())).orElse(Plot.EMPTY),
                runs.comparedProperty(),
                texts.languageProperty());
        PlotCanvas canvas = new PlotCanvas(plot, context.settings().darkProperty());
        canvas.setId("compare-plot");
        Label reading = widgets.label(
                texts.bind(
                        () -> read(canvas.readingProperty().get()), canvas.readingProperty(), runs.comparedProperty()),
                "text-muted",
                "text-small");
        Label title = widgets.label(
                texts.bind(
                        () -> texts.get(
                                "train.compare.title",
                                texts.get("train.compare."
                                        + runs.measureProperty().get())),
                        runs.measureProperty()),
                "card-title");
        Button back = widgets.button("train.compare.back", runs::compareNothing, "small", "flat");
        back.setId("compare-back");
        Card card = new Card(title, pills(widgets), back).with(canvas, reading);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        Widgets.visibleWhen(this, runs.comparedProperty().map(Optional::isPresent));
    }

    private Optional<Runs.Compared> shown() {
        return runs.comparedProperty().get();
    }

    private HBox pills(Widgets widgets) {
        List<ToggleButton> pills = RunComparison.MEASURES.stream()
                .map(measure -> {
                    ToggleButton pill = widgets.pill("train.compare." + measure);
                    pill.setId("compare-" + measure);
                    pill.setSelected(measure.equals(runs.measureProperty().get()));
                    pill.selectedProperty().addListener((o, before, now) -> {
                        if (now) {
                            runs.measureProperty().set(measure);
                        }
                    });
                    return pill;
                })
                .toList();
        return widgets.pills(new ToggleGroup(), pills);
    }

    private String read(double at) {
        if (Double.isNaN(at) || shown().isEmpty()) {
            return texts.get("train.reading");
        }
        Runs.Compared compared = shown().get();
        int epoch = (int) Math.max(1, Math.round(at));
        return texts.get("train.reading.epoch", epoch) + "   "
                + plots.read(compared.runs(), compared.comparison(), epoch);
    }
}
