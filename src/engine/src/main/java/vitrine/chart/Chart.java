package vitrine.chart;

import java.awt.Dimension;
import org.jfree.chart.JFreeChart;

/** A result as a picture and as a sentence: what cannot be seen can be read. */
public interface Chart {
    /** What the chart shows, with its unit. */
    String title();

    /** One sentence that says what the picture says; alternative text and accessible name. */
    String description();

    /** Natural size in pixels. */
    Dimension size();

    /** @param titled whether the picture carries its own title; a page that prints it as a heading says no */
    JFreeChart draw(ChartTheme theme, boolean titled);
}
