/** Building blocks every screen is made of: answer line, cards, badges, empty states. Uses i18n. */
@NullMarked
package vitrine.desktop.control;

import org.jspecify.annotations.NullMarked;
