package vitrine.desktop.screen.train;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
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
    private final ObservableValue<TrainViewModel.State> state;
    private final Texts texts;
    private final ReliabilityPlot plots;
    private final Card card;

    /** @param state of the Train screen: what is being trained has no probabilities yet */
    ReliabilityCard(ScreenContext context, ObservableValue<TrainViewModel.State> state) {
        this.workspace = context.workspace();
        this.state = state;
        this.texts = context.texts();
        this.plots = new ReliabilityPlot(texts);
        Widgets widgets = context.widgets();
        ObjectBinding<Plot> plot = Bindings.createObjectBinding(
                () -> reliability().map(plots::of).orElse(Plot.EMPTY),
                workspace.modelProperty(),
                state,
                texts.languageProperty());
        PlotCanvas canvas = new PlotCanvas(plot, context.settings().darkProperty());
        canvas.setId("reliability-plot");
        Widgets.visibleWhen(
                canvas,
                Bindings.createBooleanBinding(() -> reliability().isPresent(), workspace.modelProperty(), state));
        Label words = widgets.paragraph(
                texts.bind(
                        () -> words(canvas.readingProperty().get()),
                        canvas.readingProperty(),
                        workspace.modelProperty(),
                        state),
                "text-muted",
                "text-small");
        words.setId("reliability-words");
        words.setTooltip(widgets.tooltip(
                texts.bind(() -> reliability().map(plots::sentence).orElse(""), workspace.modelProperty(), state)));
        VBox.setVgrow(canvas, Priority.ALWAYS);
        card = new Card(widgets.label("train.probabilities", "card-title")).with(canvas, words);
        card.setMinWidth(0);
    }

    Card node() {
        return card;
    }

    /** Whose probabilities are shown: while another training runs nobody's, since its curves stand beside. */
    private Optional<ModelRun> shown() {
        return state.getValue().isTraining()
                ? Optional.empty()
                : workspace.modelProperty().get();
    }

    private Optional<Reliability> reliability() {
        return shown().flatMap(ReliabilityCard::reliability);
    }

    private static Optional<Reliability> reliability(ModelRun run) {
        return probabilities(run).flatMap(p -> Optional.ofNullable(p.reliability()));
    }

    private static Optional<Probabilities> probabilities(ModelRun run) {
        return Optional.ofNullable(run.result().probabilities());
    }

    private String words(double reading) {
        return words(state.getValue(), workspace.modelProperty().get(), plots, texts, reading);
    }

    /** @param reading place of the reading line; NaN without one */
    static String words(
            TrainViewModel.State state, Optional<ModelRun> run, ReliabilityPlot plots, Texts texts, double reading) {
        return state.isTraining()
                ? texts.get("train.probabilities.later")
                : run.map(r -> words(r, plots, texts, reading)).orElse("");
    }

    private static String words(ModelRun run, ReliabilityPlot plots, Texts texts, double reading) {
        return reliability(run)
                .map(r -> Double.isNaN(reading) ? plots.brief(r) : plots.read(r, reading))
                .orElseGet(() -> probabilities(run)
                        .map(p -> texts.get("train.probabilities." + p.outcome(), p.users()))
                        .orElseGet(() -> texts.get("train.probabilities.unknown")));
    }
}
