/** "Why this, and is that true?" */
@NullMarked
package vitrine.desktop.screen.explain;

import org.jspecify.annotations.NullMarked;
