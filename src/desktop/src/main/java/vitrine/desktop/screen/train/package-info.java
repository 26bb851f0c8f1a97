/** The Train screen: is it learning? */
@NullMarked
package vitrine.desktop.screen.train;

import org.jspecify.annotations.NullMarked;
