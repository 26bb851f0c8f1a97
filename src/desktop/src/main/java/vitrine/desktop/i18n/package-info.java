/** Every word on the screen in English and Chinese, switchable while running. Uses nothing of the window. */
@NullMarked
package vitrine.desktop.i18n;

import org.jspecify.annotations.NullMarked;
