package vitrine.desktop.chart;

import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import vitrine.chart.Chart;

/** A chart of the engine whose parts, bars or cells, can be pointed at and read. Parts are numbered from 0. */
public interface Picture {
    Chart chart();

    /** Number of parts. */
    int parts();

    /** The part at a point of the untitled picture. */
    OptionalInt at(double x, double y, double height);

    /** Where a part lies in the untitled picture. */
    Rectangle2D place(int part, double width, double height);

    /** What a part says. */
    String words(int part);

    /** The part reached from {@code part} by the arrow keys; {@code part} itself at the edge. */
    int step(int part, int right, int down);
}
