package vitrine.desktop.screen.compare;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import vitrine.desktop.workspace.ModelRun;

/** The colour of a run, beside its letter. */
final class Swatch {
    private Swatch() {}

    static Node of(ModelRun run) {
        return of(run.color().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Node ofYardstick() {
        return of("yardstick");
    }

    private static Node of(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "swatch-" + style);
        return swatch;
    }
}
