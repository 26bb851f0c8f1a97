/** The Data screen: what was read, what cleaning removed, what it looks like. */
@NullMarked
package vitrine.desktop.screen.data;

import org.jspecify.annotations.NullMarked;
