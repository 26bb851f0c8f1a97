package vitrine.desktop.chart;

import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import vitrine.chart.LayerHeatMap;

/** A layer's heat map: each cell can be read; padding cannot. */
public record HeatPicture(LayerHeatMap chart) implements Picture {
    private int rows() {
        return chart.data().rowNames().size();
    }

    private int columns() {
        return chart.data().units().length;
    }

    @Override
    public int parts() {
        return rows() * columns();
    }

    @Override
    public OptionalInt at(double x, double y, double height) {
        return chart.cellAt(x, y)
                .filter(cell -> !chart.data().padding()[cell[0]])
                .map(cell -> OptionalInt.of(cell[0] * columns() + cell[1]))
                .orElse(OptionalInt.empty());
    }

    @Override
    public Rectangle2D place(int part, double width, double height) {
        return chart.cell(part / columns(), part % columns());
    }

    @Override
    public String words(int part) {
        return chart.cellText(part / columns(), part % columns());
    }

    @Override
    public int step(int part, int right, int down) {
        int column = Math.max(0, Math.min(columns() - 1, part % columns() + right));
        int row = Math.max(0, Math.min(rows() - 1, part / columns() + down));
        return chart.data().padding()[row] ? part : row * columns() + column;
    }
}
