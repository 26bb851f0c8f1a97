/** What a screen is. The screens themselves live one package below, each with its View and its ViewModel. */
@NullMarked
package vitrine.desktop.screen;

import org.jspecify.annotations.NullMarked;
