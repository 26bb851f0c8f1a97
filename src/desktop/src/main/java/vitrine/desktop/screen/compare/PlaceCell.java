package vitrine.desktop.screen.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import vitrine.action.CompareResult.Place;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;

/**
 * Rank, product, whether the user really chose it next, and, beside one other model, the rank it has there when that list
 * does not reach so far.
 */
final class PlaceCell extends ListCell<Place> {
    private static final double RANK = 18;
    private static final double ROOM_FOR_WORDS = 240;
    private final Texts texts;
    private final Label rank = new Label();
    private final Label title = new Label();
    private final Label next = new Label();
    private final Label elsewhere = new Label();
    private final HBox box = Widgets.row(8, rank, title, next, Widgets.filler(), elsewhere);
    private final List<String> letters;
    private final int own;

    /**
     * @param letters of the models, as {@link Place#ranks} has them
     * @param own which of them this list is of
     */
    PlaceCell(Texts texts, List<String> letters, int own) {
        this.texts = texts;
        this.letters = letters;
        this.own = own;
        elsewhere.getStyleClass().addAll("text-muted", "text-small");
        elsewhere.setMinWidth(Region.USE_PREF_SIZE);
        rank.getStyleClass().addAll("number", "text-muted");
        rank.setMinWidth(RANK);
        title.setMinWidth(0);
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        next.setGraphic(new FontIcon("mdi2s-star"));
        next.getStyleClass().add("next-mark");
        next.textProperty()
                .bind(Bindings.when(widthProperty().greaterThan(ROOM_FOR_WORDS))
                        .then(texts.bind("recommend.next"))
                        .otherwise(""));
        next.accessibleTextProperty().bind(texts.bind("recommend.next"));
        next.setMinWidth(Region.USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Place place, boolean empty) {
        super.updateItem(place, empty);
        if (empty || place == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        rank.setText(String.valueOf(place.rank()));
        title.setText(place.title());
        next.setVisible(place.heldOut());
        next.setManaged(place.heldOut());
        elsewhere.setText(
                letters.size() == 2 && other(place) > getListView().getItems().size() ? ranks(place) : "");
        elsewhere.setManaged(!elsewhere.getText().isEmpty());
        String comma = texts.get("recommend.comma");
        setTooltip(new Tooltip(place.title() + comma + ranks(place)));
        String held = place.heldOut() ? comma + texts.get("recommend.next") : "";
        setAccessibleText(place.rank() + comma + place.title() + held + comma + ranks(place));
        setGraphic(box);
    }

    private int other(Place place) {
        return place.ranks().get(1 - own);
    }

    /** "B 106": where it stands in the other lists. */
    private String ranks(Place place) {
        return IntStream.range(0, letters.size())
                .filter(model -> model != own)
                .mapToObj(model -> letters.get(model) + " "
                        + texts.numbers().count(place.ranks().get(model)))
                .collect(Collectors.joining(texts.get("recommend.comma")));
    }
}
