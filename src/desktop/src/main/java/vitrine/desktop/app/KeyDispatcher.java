package vitrine.desktop.app;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vitrine.desktop.screen.Screen;
import vitrine.desktop.screen.ScreenContext;

/**
 * The one place that hears keys. Accelerators are one map a scene, where the last registered wins even when its screen is
 * hidden; so keys come here first and go on to the screen in front.
 */
final class KeyDispatcher {
    private static final double LEAST_TYPE = 11;
    private static final double MOST_TYPE = 20;
    private static final double USUAL_TYPE = 13;
    private final ScreenContext context;
    private final Screens screens;
    private final Header header;
    private double type = USUAL_TYPE;

    KeyDispatcher(ScreenContext context, Screens screens, Header header) {
        this.context = context;
        this.screens = screens;
        this.header = header;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (used(event, scene)) {
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (screens.front().map(screen -> screen.key(event)).orElse(false)) {
                event.consume();
            }
        });
    }

    private boolean used(KeyEvent event, Scene scene) {
        if (event.isShortcutDown() && !event.isAltDown()) {
            return withShortcut(event.getCode(), scene);
        }
        if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            context.workspace().cursor().back();
            return true;
        }
        if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            context.workspace().cursor().forward();
            return true;
        }
        if (event.isShiftDown() && event.getCode() == KeyCode.ESCAPE) {
            screens.front().ifPresent(Screen::stop);
            return true;
        }
        return event.getCode() == KeyCode.ESCAPE
                && screens.front().map(Screen::closePanel).orElse(false);
    }

    private boolean withShortcut(KeyCode code, Scene scene) {
        switch (code) {
            case ENTER -> screens.front().ifPresent(Screen::mainAction);
            case F -> screens.front().ifPresent(Screen::filter);
            case U -> header.pickUser();
            case PLUS, EQUALS, ADD -> zoom(scene, type + 1);
            case MINUS, SUBTRACT -> zoom(scene, type - 1);
            case DIGIT0 -> zoom(scene, USUAL_TYPE);
            default -> {
                int number = code.isDigitKey() ? code.getName().charAt(0) - '1' : -1;
                if (number < 0 || number >= screens.entries().size()) {
                    return false;
                }
                screens.show(number);
            }
        }
        return true;
    }

    private void zoom(Scene scene, double size) {
        type = Math.max(LEAST_TYPE, Math.min(MOST_TYPE, size));
        scene.getRoot().setStyle("-fx-font-size: " + type + "px;");
    }
}
