/** Engine charts and live curves as JavaFX nodes. Uses i18n, settings and control. */
@NullMarked
package vitrine.desktop.chart;

import org.jspecify.annotations.NullMarked;
