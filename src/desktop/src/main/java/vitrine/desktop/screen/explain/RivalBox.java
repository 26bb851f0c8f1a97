package vitrine.desktop.screen.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** "Why above …": the other items of the list; the first entry goes back to the item's own score. */
final class RivalBox {
    private static final double WIDTH = 190;
    private static final double LEAST_WIDTH = 130;
    private static final int MOST = 50;

    /** @param rank 0 for no item at all */
    private record Rival(int rank, OptionalInt item, String title) {
        static final Rival NONE = new Rival(0, OptionalInt.empty(), "");
    }

    private final Texts texts;
    private final ExplainViewModel model;
    private final ComboBox<Rival> box = new ComboBox<>();
    private boolean filling;

    RivalBox(ScreenContext context, ExplainViewModel model) {
        this.texts = context.texts();
        this.model = model;
        box.setId("rival");
        box.getStyleClass().add("small");
        box.setPrefWidth(WIDTH);
        box.setMinWidth(LEAST_WIDTH);
        box.accessibleTextProperty().bind(texts.bind("explain.against"));
        box.setCellFactory(view -> new Cell());
        box.setButtonCell(new Cell());
        box.valueProperty().addListener((o, before, now) -> {
            if (!filling && now != null) {
                model.compareWith(now.item());
            }
        });
        model.askedProperty().addListener((o, before, now) -> fill());
        model.againstProperty().addListener((o, before, now) -> fill());
        texts.languageProperty().addListener((o, before, now) -> {
            box.getItems().clear();
            fill();
        });
        fill();
    }

    private void fill() {
        filling = true;
        try {
            List<Rival> rivals =
                    model.askedProperty().get().map(RivalBox::rivals).orElse(List.of(Rival.NONE));
            if (!box.getItems().equals(rivals)) {
                box.getItems().setAll(rivals);
            }
            OptionalInt chosen = model.againstProperty().get();
            box.setValue(rivals.stream()
                    .filter(r -> r.item().equals(chosen))
                    .findFirst()
                    .orElse(Rival.NONE));
        } finally {
            filling = false;
        }
    }

    private static List<Rival> rivals(Asked asked) {
        var session = asked.list().question().run().session();
        int[] items = asked.list().ranking().items();
        List<Rival> rivals = new ArrayList<>();
        rivals.add(Rival.NONE);
        for (int i = 0; i < Math.min(MOST, items.length); i++) {
            if (items[i] != asked.item()) {
                rivals.add(new Rival(i + 1, OptionalInt.of(items[i]), session.title(items[i])));
            }
        }
        return rivals;
    }

    ComboBox<?> node() {
        return box;
    }

    private final class Cell extends ListCell<Rival> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Rival rival, boolean empty) {
            super.updateItem(rival, empty);
            setText(
                    empty || rival == null
                            ? null
                            : rival.rank() == 0
                                    ? texts.get("explain.against.none")
                                    : texts.get("explain.against.item", rival.rank(), rival.title()));
        }
    }
}
