package vitrine.desktop.screen.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.chart.PlotCanvas;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.EmptyState;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.train.EpochRecord;

/** Ranking large, loss and accuracy below, one reading line through all three. */
final class CurvesPane extends StackPane {
    private final ScreenContext context;
    private final Texts texts;
    private final TrainViewModel model;
    private final LearningPlots plots;
    private final ToggleButton hits;

    CurvesPane(ScreenContext context, TrainViewModel model) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        this.plots = new LearningPlots(texts);
        Widgets widgets = context.widgets();
        ToggleButton ndcg = widgets.pill("train.ndcg");
        hits = widgets.pill("train.hr");
        HBox pills = widgets.pills(new ToggleGroup(), List.of(ndcg, hits));
        ndcg.setSelected(true);
        PlotCanvas ranking = canvas("ranking-plot", c -> plots.ranking(c, measure()));
        PlotCanvas loss = canvas("loss-plot", plots::loss);
        PlotCanvas accuracy = canvas("accuracy-plot", plots::accuracy);
        loss.readingProperty().bindBidirectional(ranking.readingProperty());
        accuracy.readingProperty().bindBidirectional(ranking.readingProperty());
        ranking.setPrefHeight(220);
        Label reading = widgets.label(
                texts.bind(
                        () -> read(ranking.readingProperty().get()), ranking.readingProperty(), model.curvesProperty()),
                "text-muted",
                "text-small");
        Card large = card(widgets.label("train.ranking", "card-title"), ranking, pills)
                .with(reading);
        HBox small = new HBox(
                12,
                card(widgets, "train.loss", loss),
                card(widgets, "train.accuracy", accuracy),
                new ReliabilityCard(context, model.stateProperty()).node());
        small.getChildren().forEach(c -> HBox.setHgrow(c, Priority.ALWAYS));
        // Equally wide, whatever stands in them.
        small.getChildren().forEach(c -> ((Card) c).setPrefWidth(1));
        VBox.setVgrow(large, Priority.ALWAYS);
        VBox.setVgrow(small, Priority.SOMETIMES);
        VBox charts = new VBox(12, large, small);
        charts.visibleProperty()
                .bind(model.curvesProperty()
                        .map(c -> !c.isEmpty())
                        .flatMap(any -> model.stateProperty().map(s -> any || s.isTraining())));
        Node empty = empty();
        empty.visibleProperty().bind(charts.visibleProperty().not());
        getChildren().addAll(charts, empty);
    }

    private String measure() {
        return hits.isSelected() ? "hr" : "ndcg";
    }

    private PlotCanvas canvas(String id, Function<Curves, Plot> of) {
        ObjectBinding<Plot> plot = Bindings.createObjectBinding(
                () -> model.curvesProperty().get().isEmpty()
                        ? Plot.EMPTY
                        : of.apply(model.curvesProperty().get()),
                model.curvesProperty(),
                hits.selectedProperty(),
                texts.languageProperty());
        PlotCanvas canvas = new PlotCanvas(plot, context.settings().darkProperty());
        canvas.setId(id);
        return canvas;
    }

    /** A chart whose numbers mean something else for each objective. */
    private Card card(Widgets widgets, String usual, PlotCanvas canvas) {
        return card(
                widgets.label(
                        texts.bind(
                                () -> texts.get(
                                        switch (model.curvesProperty().get().objective()) {
                                            case POINTWISE -> usual;
                                            case PAIRWISE -> usual + ".pairs";
                                            case SOFTMAX -> usual + ".softmax";
                                        }),
                                model.curvesProperty()),
                        "card-title"),
                canvas);
    }

    private static Card card(Label title, PlotCanvas canvas, Node... right) {
        Card card = new Card(title, right);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        card.setMinWidth(0);
        return card.with(canvas);
    }

    /** The values under the reading line; without one, how to get one. */
    private String read(double at) {
        Curves curves = model.curvesProperty().get();
        if (Double.isNaN(at) || curves.epochs().isEmpty()) {
            return texts.get("train.reading");
        }
        int index = (int) Math.max(0, Math.min(curves.epochs().size() - 1, Math.round(at) - 1));
        EpochRecord epoch = curves.epochs().get(index);
        List<String> values = new ArrayList<>();
        values.add(texts.get("train.reading.epoch", epoch.epoch()));
        add(values, "nDCG@10", epoch.validation().get("ndcg"));
        add(values, "HR@10", epoch.validation().get("hr"));
        add(values, texts.get("train.reading.loss"), epoch.loss());
        add(
                values,
                texts.get("train.reading.validation-loss"),
                epoch.validation().get("loss"));
        return String.join("   ", values);
    }

    private void add(List<String> values, String name, @org.jspecify.annotations.Nullable Double value) {
        if (value != null) {
            values.add(name + " " + texts.numbers().decimal(value, 3));
        }
    }

    private Node empty() {
        var start = context.widgets().button("train.start", model::mainAction);
        Widgets.visibleWhen(start, model.stateProperty().map(s -> s == TrainViewModel.State.IDLE));
        var data = context.widgets()
                .button("train.to-data", () -> context.navigator().show("data"));
        Widgets.visibleWhen(data, model.stateProperty().map(s -> s == TrainViewModel.State.NO_DATA));
        return new EmptyState(
                context.widgets(),
                "mdi2c-chart-line",
                texts.bind(
                        () -> texts.get(whyEmpty()),
                        model.stateProperty(),
                        context.workspace().modelProperty()),
                start,
                data);
    }

    private String whyEmpty() {
        if (model.stateProperty().get() == TrainViewModel.State.NO_DATA) {
            return "train.empty.no-data";
        }
        return context.workspace().modelProperty().get().isPresent() ? "train.empty.computed" : "train.empty";
    }
}
