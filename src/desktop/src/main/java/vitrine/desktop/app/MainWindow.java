package vitrine.desktop.app;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.control.ErrorCard;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.settings.WindowPlace;

/** Header above, rail at the left, status bar below, the screen in front in the middle. */
final class MainWindow {
    private final ScreenContext context;
    private final Screens screens;
    private final Header header;
    private final Rail rail;
    private final StackPane middle = new StackPane();
    private final javafx.beans.property.StringProperty trouble =
            new javafx.beans.property.SimpleStringProperty(this, "trouble", "");
    private @Nullable Stage stage;

    MainWindow(ScreenContext context, Screens screens, StudyMenuActions studies) {
        this.context = context;
        this.screens = screens;
        this.header = new Header(context, studies);
        this.rail = new Rail(context, screens);
        screens.frontProperty().addListener((o, before, now) -> {
            screens.front().ifPresent(screen -> middle.getChildren().setAll(screen.node()));
            context.settings().screenProperty().set(now);
        });
        context.workspace()
                .failureProperty()
                .addListener((o, before, now) ->
                        trouble.set(now.map(f -> f.sentence()).orElse("")));
    }

    void show(Stage on) {
        stage = on;
        ErrorCard error = new ErrorCard(context.widgets(), trouble);
        VBox center = new VBox(error, middle);
        VBox.setVgrow(middle, javafx.scene.layout.Priority.ALWAYS);
        BorderPane root = new BorderPane(center, header, null, new StatusBar(context), rail);
        root.getStyleClass().add("window");
        WindowPlace place = context.settings().windowProperty().get();
        Scene scene = new Scene(root, place.width(), place.height());
        new ThemeSwitch(context).dress(scene);
        new KeyDispatcher(context, screens, header).listen(scene);
        on.setScene(scene);
        on.titleProperty()
                .bind(context.texts().bind(this::title, context.workspace().studyProperty()));
        on.setMinWidth(WindowPlace.MIN_WIDTH);
        on.setMinHeight(WindowPlace.MIN_HEIGHT);
        if (place.isPlaced() && isOnAScreen(place)) {
            on.setX(place.x());
            on.setY(place.y());
        }
        on.setMaximized(place.maximized());
        showFirstScreen();
        on.show();
        for (ObservableValue<?> each : List.of(
                on.xProperty(), on.yProperty(), on.widthProperty(), on.heightProperty(), on.maximizedProperty())) {
            each.addListener((o, before, now) -> remember());
        }
    }

    private void showFirstScreen() {
        String last = context.settings().screenProperty().get();
        screens.show(last);
        if (screens.front().isEmpty()) {
            String first = screens.entries().stream()
                    .map(e -> e.key())
                    .filter("recommend"::equals)
                    .findFirst()
                    .orElse(
                            screens.entries().isEmpty()
                                    ? ""
                                    : screens.entries().get(0).key());
            screens.show(first);
        }
    }

    private String title() {
        return context.workspace()
                .studyProperty()
                .get()
                .map(study -> String.format(Locale.ROOT, "%s – Vitrine", study.name()))
                .orElse("Vitrine");
    }

    private static boolean isOnAScreen(WindowPlace place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(bounds ->
                        bounds.intersects(new Rectangle2D(place.x(), place.y(), place.width(), place.height())));
    }

    /** A failure that belongs to no screen. */
    void say(String sentence) {
        trouble.set(sentence);
    }

    void remember() {
        Stage shown = stage;
        if (shown != null && shown.getScene() != null) {
            context.settings()
                    .windowProperty()
                    .set(new WindowPlace(
                            shown.getX(),
                            shown.getY(),
                            shown.getScene().getWidth(),
                            shown.getScene().getHeight(),
                            shown.isMaximized()));
        }
    }
}
