package vitrine.desktop.control;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;

/** Old content fades to 60 % when its update takes longer than 200 ms; below that nothing moves. */
public final class Dimming {
    private static final Duration PATIENCE = Duration.millis(200);
    private static final double OLD = .6;
    private final PauseTransition wait = new PauseTransition(PATIENCE);

    private Dimming(Node content, ObservableValue<Boolean> updating) {
        wait.setOnFinished(e -> content.setOpacity(OLD));
        updating.addListener((o, before, now) -> {
            if (now) {
                wait.playFromStart();
            } else {
                wait.stop();
                content.setOpacity(1);
            }
        });
    }

    /** Dims {@code content} for as long as {@code updating} says so. */
    public static void of(Node content, ObservableValue<Boolean> updating) {
        content.getProperties().put("dimming", new Dimming(content, updating));
    }
}
