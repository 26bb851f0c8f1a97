package vitrine.desktop.screen.compare;

import java.util.Map;
import java.util.Optional;
import vitrine.desktop.workspace.ModelRun;

/**
 * A line of the metric table.
 *
 * @param run empty for the yardstick
 * @param cells column to what stands there
 */
record MetricRow(Optional<ModelRun> run, String name, Map<String, Cell> cells) {
    /** @param best whether no other model has a higher value, of measures of ranking */
    record Cell(String text, boolean best) {}

    Cell cell(String column) {
        return cells.getOrDefault(column, new Cell("", false));
    }
}
