/** A result as one JFreeChart, built once, for window and report alike. May use assess, explain, train, data. */
@NullMarked
package vitrine.chart;

import org.jspecify.annotations.NullMarked;
