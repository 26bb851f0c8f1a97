package vitrine.desktop.screen.recommend;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** The users, found by typing. */
final class UserCard {
    private static final double WIDTH = 168;
    private static final Duration DEBOUNCE = Duration.millis(120);
    private final ListView<UserRow> list = new ListView<>();
    private final TextField field;
    private final Card card;

    UserCard(ScreenContext context, UserSearch search, RecommendViewModel model) {
        Texts texts = context.texts();
        field = context.widgets().searchField(texts.bind("user.find"));
        field.setId("user-filter");
        field.textProperty().bindBidirectional(search.wantedProperty());
        field.setOnAction(e -> search.choice().ifPresent(model::chooseUser));
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE) {
                field.clear();
                e.consume();
            }
        });
        list.setId("users");
        list.setItems(search.users());
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new Row(texts));
        list.accessibleTextProperty().bind(texts.bind("recommend.users"));
        Label none = context.widgets().paragraph(search.note(), "text-muted");
        list.setPlaceholder(none);
        PauseTransition chosen = new PauseTransition(DEBOUNCE);
        chosen.setOnFinished(e -> {
            UserRow row = list.getSelectionModel().getSelectedItem();
            if (row != null) {
                model.chooseUser(row.id());
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null
                    && !now.id().equals(context.workspace().cursor().position().user())) {
                chosen.playFromStart();
            }
        });
        var cursor = context.workspace().cursor();
        cursor.positionProperty().addListener((o, before, now) -> follow(now.user()));
        search.users().addListener((javafx.collections.ListChangeListener<UserRow>)
                change -> follow(cursor.position().user()));
        card = new Card(context.widgets().label("recommend.users", "card-title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        card.with(field, list, context.widgets().paragraph(search.note(), "text-muted", "text-small"));
        card.setMinWidth(WIDTH);
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
    }

    private void follow(String user) {
        UserRow selected = list.getSelectionModel().getSelectedItem();
        if (selected != null && selected.id().equals(user)) {
            return;
        }
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id().equals(user)) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - 3));
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    Card node() {
        return card;
    }

    void focusFilter() {
        field.requestFocus();
        field.selectAll();
    }

    private static final class Row extends ListCell<UserRow> {
        private final Texts texts;
        private final Label id = new Label();
        private final Label events = new Label();
        private final HBox box = Widgets.row(8, id, Widgets.filler(), events);

        Row(Texts texts) {
            this.texts = texts;
            events.getStyleClass().addAll("text-muted", "text-small");
        }

        @Override
        protected void updateItem(@Nullable UserRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                id.setText(row.id());
                events.setText(texts.numbers().count(row.events()));
                setAccessibleText(texts.get("recommend.user.row", row.id(), row.events()));
                setGraphic(box);
            }
        }
    }
}
