package vitrine.desktop.screen.recommend;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.HistoryRow;

/** What the user did, with a switch for each past action. */
final class HistoryCard {
    private static final double WIDTH = 264;
    private final ListView<HistoryRow> list = new ListView<>();
    private final Card card;
    private int kept = -1;

    HistoryCard(ScreenContext context, RecommendViewModel model) {
        Texts texts = context.texts();
        list.setId("history");
        list.getStyleClass().add("history");
        list.setItems(model.history());
        list.setCellFactory(view -> new Row(texts, model));
        list.accessibleTextProperty().bind(texts.bind("recommend.history"));
        list.setPlaceholder(context.widgets().paragraph(texts.bind("recommend.history.none"), "text-muted"));
        list.setOnKeyPressed(e -> {
            HistoryRow row = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE
                    && row != null
                    && model.readsHistory().getValue()) {
                int at = list.getSelectionModel().getSelectedIndex();
                model.switchItem(row.id(), !row.on());
                list.getSelectionModel().select(at);
                e.consume();
            }
        });
        model.history().addListener((javafx.collections.ListChangeListener<HistoryRow>) change -> keepSelection());
        texts.languageProperty().addListener((o, before, now) -> list.refresh());
        Button reset = context.widgets().button("recommend.reset", model::reset, "small");
        reset.setId("reset-edits");
        reset.disableProperty()
                .bind(context.workspace().cursor().editsProperty().map(e -> e.isEmpty()));
        VBox.setVgrow(list, Priority.ALWAYS);
        card = new Card(
                context.widgets().label("recommend.history", "card-title"),
                context.widgets().label(texts.bind("recommend.history.order"), "text-muted", "text-small"));
        card.with(
                list, Widgets.row(8, reset, context.widgets().label(model.switchedOff(), "text-muted", "text-small")));
        card.setMinWidth(WIDTH);
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
    }

    private void keepSelection() {
        int selected = list.getSelectionModel().getSelectedIndex();
        if (selected >= 0) {
            kept = selected;
        } else if (kept >= 0 && kept < list.getItems().size() && list.isFocused()) {
            list.getSelectionModel().select(kept);
            list.getFocusModel().focus(kept);
        }
    }

    Card node() {
        return card;
    }

    private static final class Row extends ListCell<HistoryRow> {
        private final Texts texts;
        private final ToggleSwitch on = new ToggleSwitch();
        private final Label title = new Label();
        private final Label when = new Label();
        private final HBox box;
        private boolean filling;

        Row(Texts texts, RecommendViewModel model) {
            this.texts = texts;
            title.setTextOverrun(OverrunStyle.ELLIPSIS);
            title.setMinWidth(0);
            when.textProperty().bind(texts.bind(this::when, itemProperty()));
            when.getStyleClass().addAll("text-muted", "text-small");
            VBox words = new VBox(title, when);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            on.setMinWidth(Region.USE_PREF_SIZE);
            on.setFocusTraversable(false);
            on.disableProperty().bind(model.readsHistory().map(reads -> !reads));
            box = Widgets.row(8, on, words);
            box.setMaxWidth(WIDTH - 60);
            setPrefWidth(0);
            on.selectedProperty().addListener((o, before, now) -> {
                HistoryRow row = getItem();
                if (!filling && row != null) {
                    model.switchItem(row.id(), now);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable HistoryRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            filling = true;
            on.setSelected(row.on());
            filling = false;
            title.setText(row.title());
            words(row);
            setGraphic(box);
        }

        private String when() {
            HistoryRow row = getItem();
            return row == null ? "" : row.when().map(texts.numbers()::day).orElse(row.id());
        }

        private void words(HistoryRow row) {
            String state = texts.get(row.on() ? "recommend.switch.on" : "recommend.switch.off", row.title());
            on.setAccessibleText(state);
            setAccessibleText(state);
            title.getStyleClass().remove("switched-off");
            if (!row.on()) {
                title.getStyleClass().add("switched-off");
            }
        }
    }
}
