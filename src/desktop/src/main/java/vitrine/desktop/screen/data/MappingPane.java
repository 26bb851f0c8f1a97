package vitrine.desktop.screen.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import vitrine.action.PreviewAction;
import vitrine.desktop.control.ErrorCard;
import vitrine.desktop.control.Widgets;

/** Files that were looked at: a column a row, its guessed role to be changed, its first values; then "Read". */
final class MappingPane extends VBox {
    private final Widgets widgets;
    private final DataViewModel model;
    private final GridPane grid = new GridPane();
    private final List<String> roles = new ArrayList<>();

    MappingPane(Widgets widgets, DataViewModel model) {
        super(12);
        getStyleClass().add("card-box");
        this.widgets = widgets;
        this.model = model;
        roles.add(MappingModel.NONE);
        roles.addAll(PreviewAction.ROLES);
        grid.setHgap(16);
        grid.setVgap(6);
        Button read = widgets.button(
                "data.mapping.read",
                "Ctrl+Enter",
                () -> model.mappingProperty().get().ifPresent(model::read),
                "accent");
        read.disableProperty()
                .bind(model.mappingProperty()
                        .map(m -> m.map(x -> x.preview().problem().isPresent()).orElse(true)));
        Button leave = widgets.button("data.mapping.leave", model::leaveMapping);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new ErrorCard(
                                widgets,
                                model.mappingProperty()
                                        .map(m -> m.flatMap(x -> x.preview().problem())
                                                .orElse(""))),
                        scroll,
                        Widgets.row(8, Widgets.filler(), leave, read));
        Widgets.visibleWhen(this, model.stateProperty().map(s -> s == DataViewModel.State.MAPPING));
        model.mappingProperty().addListener((o, before, now) -> now.ifPresent(this::fill));
    }

    private void fill(MappingModel mapping) {
        grid.getChildren().clear();
        grid.addRow(
                0,
                widgets.label("data.mapping.column", "text-muted"),
                widgets.label("data.mapping.role", "text-muted"),
                widgets.label("data.mapping.values", "text-muted"));
        for (int i = 0; i < mapping.columns().size(); i++) {
            String column = mapping.columns().get(i);
            grid.addRow(i + 1, new Label(column), choice(mapping, column), new Label(mapping.samples(i)));
        }
    }

    private ComboBox<String> choice(MappingModel mapping, String column) {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(roles);
        choice.setPrefWidth(180);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(String role) {
                return widgets.texts().get(MappingModel.NONE.equals(role) ? "role.none" : "role." + role);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        choice.getSelectionModel().select(mapping.role(column));
        choice.setAccessibleText(column);
        choice.setOnAction(e -> model.assign(mapping, column, choice.getValue()));
        return choice;
    }
}
