/** A result becomes one JFreeChart, built once, for window, report and file alike. May use assess, explain, train, data. */
@NullMarked
package vitrine.chart;

import org.jspecify.annotations.NullMarked;
