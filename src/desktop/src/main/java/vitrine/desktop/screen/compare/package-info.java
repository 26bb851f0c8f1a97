/** "Which model, and for whom?": two to four runs by the same measures, and their lists for one user. Uses workspace, task, control, i18n, action. */
@NullMarked
package vitrine.desktop.screen.compare;

import org.jspecify.annotations.NullMarked;
