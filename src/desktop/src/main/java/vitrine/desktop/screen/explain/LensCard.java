package vitrine.desktop.screen.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import vitrine.action.ActivationsResult.LayerView;
import vitrine.action.LayerLens.Quantity;
import vitrine.chart.LayerHeatMap;
import vitrine.desktop.chart.HeatPicture;
import vitrine.desktop.chart.Picture;
import vitrine.desktop.chart.PictureCanvas;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** One layer of the network as a heat map: positions by name, units across. */
final class LensCard {
    private final Texts texts;
    private final LensViewModel model;
    private final ComboBox<String> layers = new ComboBox<>();
    private final Card card;
    private boolean filling;

    /** @param title what stands at the card's head */
    LensCard(ScreenContext context, LensViewModel model, Node title) {
        this.texts = context.texts();
        this.model = model;
        Widgets widgets = context.widgets();
        PictureCanvas heat = new PictureCanvas(source(), context.settings().darkProperty());
        heat.setId("layer-map");
        heat.setPrefHeight(140);
        Label none = widgets.paragraph(model.note(), "text-muted");
        ObservableValue<Boolean> empty = model.lensProperty().map(Optional::isEmpty);
        Widgets.visibleWhen(none, empty);
        Widgets.visibleWhen(heat, empty.map(e -> !e));
        StackPane picture = new StackPane(heat, none);
        VBox.setVgrow(picture, Priority.ALWAYS);
        HBox controls = Widgets.row(8, layerBox(), quantities(widgets));
        Widgets.visibleWhen(controls, empty.map(e -> !e));
        StringBinding sum = texts.bind(model::sum, model.sumChanges());
        Label reading = widgets.label(
                Bindings.when(heat.readingProperty().isEmpty()).then(sum).otherwise(heat.readingProperty()),
                "text-muted",
                "text-small");
        reading.setId("layer-reading");
        reading.setMinWidth(0);
        card = new Card(title, controls);
        card.with(picture, reading);
        card.setMinWidth(0);
        model.lensProperty().addListener((o, before, now) -> fill());
        fill();
    }

    private ObservableValue<BiFunction<Double, Double, Optional<Picture>>> source() {
        return Bindings.createObjectBinding(
                () -> this::picture,
                model.lensProperty(),
                model.layerProperty(),
                model.quantityProperty(),
                texts.languageProperty());
    }

    private Optional<Picture> picture(double width, double height) {
        Optional<LayerView> layer = model.shown();
        String quantity = texts.get("lens." + LensViewModel.code(model.shownQuantity()) + ".unit");
        return layer.flatMap(view -> model.map()
                .map(map -> new HeatPicture(new LayerHeatMap(
                        view.name(),
                        quantity,
                        map.strongestRows(LayerHeatMap.rowsWithin(height, map.units().length)),
                        texts.language().locale(),
                        (int) Math.floor(width)))));
    }

    private ComboBox<String> layerBox() {
        layers.setId("layer");
        layers.getStyleClass().add("small");
        layers.accessibleTextProperty().bind(texts.bind("lens.layer"));
        layers.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String name) {
                return name == null ? "" : described(name);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        layers.valueProperty().addListener((o, before, now) -> {
            if (!filling && now != null) {
                model.layerProperty().set(now);
            }
        });
        return layers;
    }

    /** "conv1d 21 × 32". */
    private String described(String name) {
        return model.lensProperty().get().stream()
                .flatMap(l -> l.layers().stream())
                .filter(l -> l.name().equals(name))
                .map(l -> name + "  "
                        + java.util.Arrays.stream(l.shape())
                                .mapToObj(Integer::toString)
                                .collect(java.util.stream.Collectors.joining(" × ")))
                .findFirst()
                .orElse(name);
    }

    private HBox quantities(Widgets widgets) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton conductance = widgets.pill("lens.conductance");
        ToggleButton activation = widgets.pill("lens.activation");
        conductance.setTooltip(widgets.tooltip(texts.bind("lens.conductance.help")));
        activation.setTooltip(widgets.tooltip(texts.bind("lens.activation.help")));
        HBox pills = widgets.pills(group, List.of(conductance, activation));
        (model.quantityProperty().get() == Quantity.CONDUCTANCE ? conductance : activation).setSelected(true);
        group.selectedToggleProperty().addListener((o, before, now) -> {
            if (now != null) {
                model.quantityProperty().set(now == conductance ? Quantity.CONDUCTANCE : Quantity.ACTIVATION);
            }
        });
        return pills;
    }

    private void fill() {
        filling = true;
        try {
            layers.getItems().setAll(model.layers());
            layers.setValue(null);
            model.shown().map(LayerView::name).ifPresent(layers::setValue);
        } finally {
            filling = false;
        }
    }

    Card node() {
        return card;
    }
}
