/** What is open: study, data, models, and the cursor every screen follows. No nodes. Uses task and i18n. */
@NullMarked
package vitrine.desktop.workspace;

import org.jspecify.annotations.NullMarked;
