package vitrine.desktop.screen;

import java.util.function.Supplier;

/**
 * A place in the rail.
 *
 * @param key settings remember it; {@code screen.<key>} is its title
 * @param icon Ikonli literal, such as {@code mdi2d-database-outline}
 * @param make called once, when the screen is first shown
 */
public record ScreenEntry(String key, String icon, Supplier<Screen> make) {}
