package vitrine.desktop.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folder of this user's Vitrine files, the same as the command line's; {@code VITRINE_HOME} moves it. */
public final class UserFolder {
    private UserFolder() {}

    /**
     * @param environment as {@link System#getenv()}
     * @param system as the property {@code os.name}
     * @param home as the property {@code user.home}
     */
    public static Path of(Map<String, String> environment, String system, String home) {
        String chosen = environment.getOrDefault("VITRINE_HOME", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isBlank() ? Path.of(home, "AppData", "Local", "Vitrine") : Path.of(local, "Vitrine");
        }
        if (os.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Vitrine");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return data.isBlank() ? Path.of(home, ".local", "share", "vitrine") : Path.of(data, "vitrine");
    }
}
