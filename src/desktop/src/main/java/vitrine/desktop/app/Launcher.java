package vitrine.desktop.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import vitrine.desktop.settings.UserFolder;

/** Entry of the window. Does not extend {@link Application}, so that it starts from a plain class path. */
public final class Launcher {
    private static final int BAD_INPUT = 3;

    private Launcher() {}

    /** @param arguments {@code [app] [STUDY]} */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        boolean monocle = "Monocle".equals(System.getProperty("glass.platform"));
        if (!monocle && !hasDisplay(environment, System.getProperty("os.name", ""))) {
            System.err.println(
                    "There is no display to open the window on. \"./vitrine demo\" shows the same road in the"
                            + " terminal and writes a report.");
            System.exit(arguments.length == 0 ? 0 : BAD_INPUT);
        }
        Path folder =
                UserFolder.of(environment, System.getProperty("os.name", ""), System.getProperty("user.home", "."));
        System.setProperty(
                "vitrine.log", folder.resolve("logs").resolve("window.log").toString());
        Application.launch(VitrineWindow.class, withoutVerb(arguments));
    }

    /** A Linux without X or Wayland has none; Windows and macOS always do. */
    static boolean hasDisplay(Map<String, String> environment, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        return os.startsWith("windows")
                || os.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    static String[] withoutVerb(String[] arguments) {
        boolean verb = arguments.length > 0 && arguments[0].equals("app");
        return verb ? java.util.Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    }
}
