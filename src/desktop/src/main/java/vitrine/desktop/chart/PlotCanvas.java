package vitrine.desktop.chart;

import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/**
 * A live chart: one focusable node, redrawn when its plot, size or theme changes. Hovering or the arrow keys move a reading
 * line, which neighbouring charts may share; no animation.
 */
public final class PlotCanvas extends Region {
    private final Canvas canvas = new Canvas();
    private final ObservableValue<Plot> plot;
    private final ObservableValue<Boolean> dark;
    private final DoubleProperty reading = new SimpleDoubleProperty(this, "reading", Double.NaN);
    private PlotFrame frame = PlotFrame.NONE;

    public PlotCanvas(ObservableValue<Plot> plot, BooleanProperty dark) {
        this.plot = plot;
        this.dark = dark;
        getStyleClass().add("plot");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 90);
        setPrefSize(400, 180);
        accessibleTextProperty().bind(plot.map(Plot::description));
        plot.addListener((o, before, now) -> draw());
        dark.addListener((o, before, now) -> draw());
        reading.addListener((o, before, now) -> draw());
        focusedProperty().addListener((o, before, now) -> draw());
        setOnMouseMoved(e -> reading.set(frame.valueAt(e.getX())));
        setOnMouseExited(e -> reading.set(Double.NaN));
        setOnMousePressed(e -> requestFocus());
        setOnKeyPressed(e -> {
            if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown()) {
                return;
            }
            if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
                step(e.getCode() == KeyCode.RIGHT ? 1 : -1);
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE && !Double.isNaN(reading.get())) {
                reading.set(Double.NaN);
                e.consume();
            }
        });
    }

    /** Where the reading line stands, NaN for nowhere; bind those of several charts to move them together. */
    public DoubleProperty readingProperty() {
        return reading;
    }

    private void step(int by) {
        Plot now = plot.getValue();
        OptionalDouble next = now.lines().stream()
                .filter(line -> line.style() != Plot.Style.YARDSTICK && line.x().length > 0)
                .mapToDouble(line -> {
                    int at =
                            Double.isNaN(reading.get()) ? (by > 0 ? -1 : line.x().length) : line.nearest(reading.get());
                    return line.x()[Math.max(0, Math.min(line.x().length - 1, at + by))];
                })
                .findFirst();
        next.ifPresent(reading::set);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        if (getWidth() > 0 && getHeight() > 0) {
            frame = new PlotFrame(plot.getValue(), getWidth(), getHeight());
            new PlotPainter(canvas.getGraphicsContext2D(), frame, new Palette(dark.getValue()))
                    .paint(reading.get(), isFocused());
        }
    }
}
