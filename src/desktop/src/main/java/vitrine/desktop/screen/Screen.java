package vitrine.desktop.screen;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * A screen of the rail. Made when it is first shown, kept for as long as the window is open; everything happens on the FX
 * thread.
 */
public interface Screen {
    /** The content below the header and beside the rail; always the same node. */
    Node node();

    /** The screen has come to the front. */
    default void shown() {}

    /** Another screen has come to the front. */
    default void hidden() {}

    /** Ctrl+Enter. */
    default void mainAction() {}

    /** Shift+Esc: stops the screen's job and keeps what is done. */
    default void stop() {}

    /** Ctrl+F: moves the focus into the screen's filter. */
    default void filter() {}

    /** Esc: closes the panel that slid in, before any control hears the key. @return whether one was open */
    default boolean closePanel() {
        return false;
    }

    /** A key nobody took before. @return whether it was used */
    default boolean key(KeyEvent event) {
        return false;
    }
}
