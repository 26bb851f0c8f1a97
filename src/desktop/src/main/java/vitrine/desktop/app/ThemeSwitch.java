package vitrine.desktop.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.screen.ScreenContext;

/** Dresses the scene: Primer light or dark, Vitrine's own tokens, and type that suits the language. */
final class ThemeSwitch {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass CHINESE = PseudoClass.getPseudoClass("chinese");
    private final ScreenContext context;

    ThemeSwitch(ScreenContext context) {
        this.context = context;
    }

    void dress(Scene scene) {
        URL own = ThemeSwitch.class.getResource("/vitrine/desktop/theme/vitrine.css");
        if (own == null) {
            throw new IllegalStateException("the style sheet is missing from the program");
        }
        scene.getStylesheets().add(own.toExternalForm());
        apply(scene);
        context.settings().darkProperty().addListener((o, before, now) -> apply(scene));
        context.texts().languageProperty().addListener((o, before, now) -> apply(scene));
    }

    private void apply(Scene scene) {
        boolean dark = context.settings().darkProperty().get();
        String wanted = (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        if (!wanted.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(wanted);
        }
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
        scene.getRoot().pseudoClassStateChanged(CHINESE, context.texts().language() == Language.CHINESE);
    }
}
