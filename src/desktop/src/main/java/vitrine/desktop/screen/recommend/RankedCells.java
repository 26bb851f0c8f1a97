package vitrine.desktop.screen.recommend;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import vitrine.desktop.control.VerdictShape;
import vitrine.desktop.control.VerdictState;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;

/** The cells of the ranked list. */
final class RankedCells {
    private RankedCells() {}

    /** Shows a row, or nothing. */
    abstract static class RowCell extends TableCell<ListRow, ListRow> {
        @Override
        protected final void updateItem(@Nullable ListRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
            } else {
                show(row);
            }
        }

        abstract void show(ListRow row);
    }

    /** The place in the list. */
    static final class Rank extends RowCell {
        Rank() {
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        void show(ListRow row) {
            setText(Integer.toString(row.rank()));
        }
    }

    /** How far it moved against the unedited list: an arrow and a number, "new", or a dot. */
    static final class Moved extends RowCell {
        private final Texts texts;

        Moved(Texts texts) {
            this.texts = texts;
            setAlignment(Pos.CENTER);
        }

        @Override
        void show(ListRow row) {
            Move move = row.move();
            String text = move.stayed()
                    ? "·"
                    : move.isNew()
                            ? texts.get("recommend.new")
                            : (move.places() > 0 ? "↑ " : "↓ ") + Math.abs(move.places());
            setText(text);
            getStyleClass().removeAll("move-up", "move-down", "text-muted");
            getStyleClass().add(move.stayed() ? "text-muted" : move.places() > 0 ? "move-up" : "move-down");
            setAccessibleText(
                    move.stayed()
                            ? texts.get("recommend.move.none")
                            : texts.get(
                                    move.places() > 0 ? "recommend.move.up" : "recommend.move.down",
                                    Math.abs(move.places())));
        }
    }

    /** The title, and whether the user really chose it next. */
    static final class Product extends RowCell {
        private static final double ROOM_FOR_WORDS = 240;
        private final Label title = new Label();
        private final Label next = new Label();
        private final HBox box = Widgets.row(6, title, next);

        Product(Texts texts) {
            title.setMinWidth(0);
            title.setTextOverrun(OverrunStyle.ELLIPSIS);
            next.textProperty()
                    .bind(Bindings.when(widthProperty().greaterThan(ROOM_FOR_WORDS))
                            .then(texts.bind("recommend.next"))
                            .otherwise(""));
            next.accessibleTextProperty().bind(texts.bind("recommend.next"));
            next.setGraphic(new FontIcon("mdi2s-star"));
            next.getStyleClass().add("next-mark");
            next.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        void show(ListRow row) {
            title.setText(row.title());
            next.setVisible(row.heldOut());
            next.setManaged(row.heldOut());
            setGraphic(box);
        }
    }

    /** A bar and the number at its end: a probability or a score. */
    static final class Quantity extends RowCell {
        private static final double LONGEST = 68;
        private final Texts texts;
        private final Region bar = new Region();
        private final Label number = new Label();
        private final HBox box;

        Quantity(Texts texts) {
            this.texts = texts;
            bar.getStyleClass().add("score-bar");
            StackPane track = new StackPane(bar);
            track.setAlignment(Pos.CENTER_LEFT);
            track.setMinWidth(LONGEST);
            track.setMaxWidth(LONGEST);
            number.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(number, Priority.NEVER);
            box = Widgets.row(6, track, Widgets.filler(), number);
        }

        @Override
        void show(ListRow row) {
            double length = Math.max(2, LONGEST * Math.max(0, Math.min(1, row.share())));
            bar.setMinSize(length, 12);
            bar.setMaxSize(length, 12);
            number.setText(texts.of(row.quantity()));
            setGraphic(box);
        }
    }

    /** The verdict's shape, or the dot of what was not checked, and the one-line reason. */
    static final class Reason extends RowCell {
        private final Texts texts;
        private final Label words = new Label();
        private final StackPane mark = new StackPane();
        private final HBox box = Widgets.row(6, mark, words);

        Reason(Texts texts) {
            this.texts = texts;
            mark.setMinSize(14, 14);
            mark.setMaxSize(14, 14);
            words.setMinWidth(0);
            words.setTextOverrun(OverrunStyle.ELLIPSIS);
        }

        @Override
        void show(ListRow row) {
            words.setText(row.reason().map(texts::of).orElse("…"));
            words.getStyleClass().remove("text-muted");
            String verdict;
            if (row.verdict().isPresent()) {
                VerdictState state = VerdictState.of(row.verdict().get());
                mark.getChildren().setAll(new VerdictShape(state, 12));
                verdict = texts.get("verdict." + state.style());
            } else {
                Region dot = new Region();
                dot.getStyleClass().add("not-checked");
                mark.getChildren().setAll(dot);
                words.getStyleClass().add("text-muted");
                verdict = texts.get("recommend.unchecked");
            }
            setAccessibleText(verdict + ": " + words.getText());
            javafx.scene.control.Tooltip.install(mark, new javafx.scene.control.Tooltip(verdict));
            setGraphic(box);
        }
    }
}
