/** The launcher, the composition root and the main window: header, rail, status bar, keys. Knows every other room of the window. */
@NullMarked
package vitrine.desktop.app;

import org.jspecify.annotations.NullMarked;
