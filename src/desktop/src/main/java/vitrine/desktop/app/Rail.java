package vitrine.desktop.app;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.screen.ScreenEntry;

/** The screens at the left; icons alone in a narrow window. */
final class Rail extends VBox {
    private static final double WIDE = 176;
    private static final double NARROW = 56;
    private static final double NARROW_BELOW = 1360;

    Rail(ScreenContext context, Screens screens) {
        super(2);
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (ScreenEntry entry : screens.entries()) {
            ToggleButton button = button(context.texts(), screens, entry);
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        sceneProperty().addListener((o, before, scene) -> {
            if (scene != null) {
                scene.widthProperty().addListener((w, from, to) -> fit(to.doubleValue()));
                fit(scene.getWidth());
            }
        });
    }

    private ToggleButton button(Texts texts, Screens screens, ScreenEntry entry) {
        ToggleButton button = new ToggleButton(null, new FontIcon(entry.icon()));
        var title = texts.bind("screen." + entry.key());
        button.setId("rail-" + entry.key());
        button.textProperty().bind(title);
        button.accessibleTextProperty().bind(title);
        int number = screens.entries().indexOf(entry) + 1;
        button.setTooltip(new javafx.scene.control.Tooltip());
        button.getTooltip().textProperty().bind(texts.bind(() -> title.get() + "  Ctrl+" + number, title));
        button.getStyleClass().add("rail-button");
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(e -> {
            button.setSelected(true);
            screens.show(entry.key());
        });
        screens.frontProperty().addListener((o, before, now) -> button.setSelected(now.equals(entry.key())));
        return button;
    }

    private void fit(double windowWidth) {
        boolean narrow = windowWidth < NARROW_BELOW;
        double width = narrow ? NARROW : WIDE;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        getChildren().forEach(child -> {
            if (child instanceof ToggleButton button) {
                button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                button.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
            }
        });
    }
}
