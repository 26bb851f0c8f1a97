package vitrine.desktop.screen.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import vitrine.action.Explainers;
import vitrine.action.MethodSetting;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** What can be set of the shown method, made from its own declaration; Enter explains again. Gone where nothing can be set. */
final class MethodForm {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final int COLUMNS = 8;

    private final Texts texts;
    private final Widgets widgets;
    private final ExplainViewModel model;
    private final MenuButton button = new MenuButton();
    private final GridPane grid = new GridPane();
    private String shown = "";

    MethodForm(ScreenContext context, ExplainViewModel model) {
        this.texts = context.texts();
        this.widgets = context.widgets();
        this.model = model;
        button.setId("method-settings");
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("explain.method.settings"));
        button.accessibleTextProperty().bind(texts.bind("explain.method.settings"));
        grid.setHgap(8);
        grid.setVgap(6);
        grid.setPadding(new Insets(4));
        CustomMenuItem form = new CustomMenuItem(grid, false);
        button.getItems().setAll(form);
        Widgets.visibleWhen(
                button,
                model.answerProperty()
                        .map(a -> a.map(answer ->
                                        !Explainers.settings(answer.method()).isEmpty())
                                .orElse(false)));
        button.setOnShowing(e -> fill());
    }

    private void fill() {
        String method = model.answerProperty().get().map(Answer::method).orElse("");
        if (!method.equals(shown)) {
            shown = method;
            grid.getChildren().clear();
            List<MethodSetting> settings = Explainers.settings(method);
            for (int row = 0; row < settings.size(); row++) {
                MethodSetting setting = settings.get(row);
                String key = "method.param." + setting.name();
                Label name = widgets.label(key);
                TextField field = field(setting);
                field.setTooltip(widgets.tooltip(texts.bind(key + ".help")));
                name.setLabelFor(field);
                grid.addRow(row, name, field);
            }
        }
        for (var node : grid.getChildren()) {
            if (node instanceof TextField field && field.getUserData() instanceof MethodSetting setting) {
                field.setText(
                        text(model.settingsProperty().get().getOrDefault(setting.name(), setting.defaultValue())));
                field.pseudoClassStateChanged(WRONG, false);
            }
        }
    }

    private TextField field(MethodSetting setting) {
        TextField field = new TextField();
        field.setId("method-" + setting.name());
        field.setUserData(setting);
        field.setPrefColumnCount(COLUMNS);
        field.accessibleTextProperty().bind(texts.bind("method.param." + setting.name()));
        field.textProperty()
                .addListener((o, before, now) ->
                        field.pseudoClassStateChanged(WRONG, value(setting, now).isEmpty()));
        field.setOnAction(e -> value(setting, field.getText()).ifPresent(value -> {
            Map<String, Double> changed = new TreeMap<>(model.settingsProperty().get());
            changed.put(setting.name(), value);
            button.hide();
            model.settingsProperty().set(Map.copyOf(changed));
        }));
        return field;
    }

    /** @return empty where the method would refuse it */
    static Optional<Double> value(MethodSetting setting, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            boolean fits = setting.least() <= value
                    && value <= setting.most()
                    && (!setting.whole() || value == Math.rint(value));
            return fits ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    MenuButton node() {
        return button;
    }
}
