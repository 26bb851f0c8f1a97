/** What the window remembers between two starts, and where. Uses i18n. */
@NullMarked
package vitrine.desktop.settings;

import org.jspecify.annotations.NullMarked;
