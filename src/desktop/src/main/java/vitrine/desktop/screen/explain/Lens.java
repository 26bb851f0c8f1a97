package vitrine.desktop.screen.explain;

import java.util.Locale;

/** What the card below the bars shows. */
enum Lens {
    /** The layers of the network. */
    LAYERS,
    /** The smallest change of the question that moves the item over the end of the list. */
    CHANGE;

    /** Text of its pill. */
    String key() {
        return "lens.pill." + name().toLowerCase(Locale.ROOT);
    }
}
