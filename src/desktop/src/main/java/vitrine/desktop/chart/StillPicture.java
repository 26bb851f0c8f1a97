package vitrine.desktop.chart;

import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import vitrine.chart.Chart;

/** A chart without parts to point at: its sentence says it all. */
public record StillPicture(Chart chart) implements Picture {
    @Override
    public int parts() {
        return 0;
    }

    @Override
    public OptionalInt at(double x, double y, double height) {
        return OptionalInt.empty();
    }

    @Override
    public Rectangle2D place(int part, double width, double height) {
        return new Rectangle2D.Double();
    }

    @Override
    public String words(int part) {
        return "";
    }

    @Override
    public int step(int part, int right, int down) {
        return part;
    }
}
