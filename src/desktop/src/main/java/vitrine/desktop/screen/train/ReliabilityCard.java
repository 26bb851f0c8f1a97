package vitrine.desktop.screen.train;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vitrine.action.Probabilities;
import vitrine.assess.Reliability;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.chart.PlotCanvas;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;

/** "Do its probabilities come true?" of the run under the cursor: a chart with its sentence, or why there is none. */
final class ReliabilityCard {
    private final Workspace workspace;
    private final TrainViewModel model;
    private final Texts texts;
    private final ReliabilityPlot plots;
    private final Card card;

    ReliabilityCard(ScreenContext context, TrainViewModel model) {
        this.workspace = context.workspace();
        this.model = model;
        this.texts = context.texts();
        this.plots = new ReliabilityPlot(texts);
        Widgets widgets = context.widgets();
        ObjectBinding<Plot> plot = Bindings.createObjectBinding(
                () -> reliability().map(plots::of).orElse(Plot.EMPTY),
                workspace.modelProperty(),
                model.stateProperty(),
                texts.languageProperty());
        PlotCanvas canvas = new PlotCanvas(plot, context.settings().darkProperty());
        canvas.setId("reliability-plot");
        Widgets.visibleWhen(
                canvas,
                Bindings.createBooleanBinding(
                        () -> reliability().isPresent(), workspace.modelProperty(), model.stateProperty()));
        Label words = widgets.paragraph(
                texts.bind(
                        () -> words(canvas.readingProperty().get()),
                        canvas.readingProperty(),
                        workspace.modelProperty(),
                        model.stateProperty()),
                "text-muted",
                "text-small");
        words.setId("reliability-words");
        words.setTooltip(widgets.tooltip(
                texts.bind(() -> reliability().map(plots::sentence).orElse(""), workspace.modelProperty())));
        VBox.setVgrow(canvas, Priority.ALWAYS);
        card = new Card(widgets.label("train.probabilities", "card-title")).with(canvas, words);
        card.setMinWidth(0);
    }

    Card node() {
        return card;
    }

    /** While a model is being trained the curves beside are its own, so nothing of an earlier run stands here. */
    private Optional<Probabilities> probabilities() {
        return workspace
                .modelProperty()
                .get()
                .filter(run -> !model.stateProperty().get().isTraining())
                .map(ModelRun::result)
                .flatMap(result -> Optional.ofNullable(result.probabilities()));
    }

    private Optional<Reliability> reliability() {
        return probabilities().flatMap(p -> Optional.ofNullable(p.reliability()));
    }

    private String words(double reading) {
        Optional<Reliability> reliability = reliability();
        if (reliability.isPresent()) {
            return Double.isNaN(reading) ? plots.brief(reliability.get()) : plots.read(reliability.get(), reading);
        }
        if (model.stateProperty().get().isTraining()) {
            return texts.get("train.probabilities.waiting");
        }
        if (workspace.modelProperty().get().isEmpty()) {
            return "";
        }
        return probabilities()
                .map(p -> texts.get("train.probabilities." + p.outcome(), p.users()))
                .orElse(texts.get("train.probabilities.unknown"));
    }
}
