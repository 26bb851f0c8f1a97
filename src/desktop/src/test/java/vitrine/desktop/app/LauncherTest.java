package vitrine.desktop.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void linux_needs_a_display_and_others_have_one() {
        assertFalse(Launcher.hasDisplay(Map.of(), "Linux"));
        assertTrue(Launcher.hasDisplay(Map.of("DISPLAY", ":0"), "Linux"));
        assertTrue(Launcher.hasDisplay(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux"));
        assertTrue(Launcher.hasDisplay(Map.of(), "Windows 11"));
        assertTrue(Launcher.hasDisplay(Map.of(), "Mac OS X"));
    }

    @Test
    void the_verb_is_no_study() {
        assertArrayEquals(new String[] {"s"}, Launcher.withoutVerb(new String[] {"app", "s"}));
        assertArrayEquals(new String[] {}, Launcher.withoutVerb(new String[] {}));
    }
}
