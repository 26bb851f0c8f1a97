package vitrine.desktop.screen.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import vitrine.action.CompareResult.Place;
import vitrine.action.CompareResult.TopList;

/** What lies between two lists: a line from each product to its place in the other. */
final class RankLines extends Pane {
    private static final double MARGIN = 4;
    private final double width;
    private final double row;
    private final List<Line> joined = new ArrayList<>();
    private final List<String> items = new ArrayList<>();

    /**
     * @param rightModel place of the right list's model in {@link Place#ranks}
     * @param row height of a row
     */
    RankLines(TopList left, TopList right, int rightModel, double width, double row) {
        this.width = width;
        this.row = row;
        setMinWidth(width);
        setMaxWidth(width);
        setMouseTransparent(true);
        for (Place place : left.items()) {
            int other = place.ranks().get(rightModel);
            if (other <= right.items().size()) {
                join(place.item(), place.rank(), other);
            }
        }
    }

    private void join(String item, int from, int to) {
        Line line = new Line(MARGIN, middle(from), width - MARGIN, middle(to));
        line.getStyleClass().add("rank-line");
        joined.add(line);
        items.add(item);
        getChildren().add(line);
    }

    private double middle(int rank) {
        return 1 + row * (rank - .5);
    }

    /** The line of one product stands out. */
    void mark(String item) {
        for (int i = 0; i < joined.size(); i++) {
            joined.get(i).getStyleClass().remove("rank-line-marked");
            if (items.get(i).equals(item)) {
                joined.get(i).getStyleClass().add("rank-line-marked");
                joined.get(i).toFront();
            }
        }
    }
}
