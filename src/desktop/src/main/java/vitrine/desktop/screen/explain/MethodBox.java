package vitrine.desktop.screen.explain;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import vitrine.action.OpenExplanation;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** The methods; those that do not fit stay in the list, disabled, with the reason. */
final class MethodBox {
    private final Texts texts;
    private final ExplainViewModel model;
    private final ComboBox<OpenExplanation.Method> box = new ComboBox<>();
    private boolean filling;

    MethodBox(ScreenContext context, ExplainViewModel model) {
        this.texts = context.texts();
        this.model = model;
        box.setId("method");
        box.getStyleClass().add("small");
        box.accessibleTextProperty().bind(texts.bind("explain.method"));
        box.setCellFactory(view -> new Cell(true));
        box.setButtonCell(new Cell(false));
        box.valueProperty().addListener((o, before, now) -> choose(before, now));
        model.answerProperty().addListener((o, before, now) -> now.ifPresent(this::show));
        texts.languageProperty().addListener((o, before, now) -> {
            box.getItems().clear();
            model.answerProperty().get().ifPresent(this::show);
        });
        model.answerProperty().get().ifPresent(this::show);
    }

    /** One that does not fit is passed over in the direction of the arrow key. */
    private void choose(OpenExplanation.@Nullable Method before, OpenExplanation.@Nullable Method now) {
        if (filling || now == null) {
            return;
        }
        List<OpenExplanation.Method> all = box.getItems();
        int at = all.indexOf(now);
        int step = at >= all.indexOf(before) ? 1 : -1;
        while (at >= 0 && at < all.size() && all.get(at).fit() != OpenExplanation.Fit.FITS) {
            at += step;
        }
        if (at < 0 || at >= all.size()) {
            model.answerProperty().get().ifPresent(this::show);
            return;
        }
        filling = true;
        box.setValue(all.get(at));
        filling = false;
        model.methodProperty().set(all.get(at).name());
    }

    private void show(Answer answer) {
        filling = true;
        try {
            List<OpenExplanation.Method> methods = answer.methods();
            if (!box.getItems().equals(methods)) {
                box.getItems().setAll(methods);
            }
            methods.stream()
                    .filter(m -> m.name().equals(answer.method()))
                    .findFirst()
                    .ifPresent(box::setValue);
        } finally {
            filling = false;
        }
    }

    ComboBox<OpenExplanation.Method> node() {
        return box;
    }

    private final class Cell extends ListCell<OpenExplanation.Method> {
        private final boolean inList;

        Cell(boolean inList) {
            this.inList = inList;
        }

        @Override
        protected void updateItem(OpenExplanation.@Nullable Method method, boolean empty) {
            super.updateItem(method, empty);
            boolean fits = method == null || method.fit() == OpenExplanation.Fit.FITS;
            setDisable(inList && !fits);
            if (empty || method == null) {
                setText(null);
                return;
            }
            String name = texts.get("method." + method.name());
            setText(
                    fits || !inList
                            ? name
                            : texts.get(
                                    "explain.method.unfit",
                                    name,
                                    texts.get(
                                            method.fit() == OpenExplanation.Fit.WRONG_MODEL
                                                    ? "method." + method.name() + ".needs"
                                                    : "explain.method.many")));
        }
    }
}
