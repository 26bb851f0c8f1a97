package vitrine.desktop.chart;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jfree.fx.FXGraphics2D;
import vitrine.chart.ChartTheme;
import vitrine.chart.Token;

/**
 * Shows a {@link Picture}: one focusable node, drawn again when picture, size or theme changes. Hovering or the arrow keys
 * point at one part, whose words stand in {@link #readingProperty}; Esc lets go.
 */
public final class PictureCanvas extends Region {
    private static final int NOWHERE = -1;
    private final Canvas canvas = new Canvas();
    private final Canvas pointer = new Canvas();
    private final ObservableValue<BiFunction<Double, Double, Optional<Picture>>> source;
    private final ObservableValue<Boolean> dark;
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
    private final ReadOnlyObjectWrapper<Optional<Picture>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
    private int at = NOWHERE;

    /** @param source makes the picture for a width and a height in pixels */
    public PictureCanvas(
            ObservableValue<BiFunction<Double, Double, Optional<Picture>>> source, ObservableValue<Boolean> dark) {
        this.source = source;
        this.dark = dark;
        getStyleClass().add("picture");
        pointer.setMouseTransparent(true);
        getChildren().addAll(canvas, pointer);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 60);
        source.addListener((o, before, now) -> draw());
        dark.addListener((o, before, now) -> draw());
        focusedProperty().addListener((o, before, now) -> point(at));
        setOnMouseMoved(e -> point(part(e.getX(), e.getY())));
        setOnMouseExited(e -> point(NOWHERE));
        setOnMousePressed(e -> requestFocus());
        setOnKeyPressed(this::key);
    }

    /** What the part pointed at says; empty while none is. */
    public ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What is drawn. */
    public ReadOnlyObjectProperty<Optional<Picture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    private int part(double x, double y) {
        return picture.get()
                .map(p -> p.at(x, y, drawnHeight(p)))
                .orElse(OptionalInt.empty())
                .orElse(NOWHERE);
    }

    /** A picture is never stretched beyond its natural height: one bar stays a bar. */
    private double drawnHeight(Picture shown) {
        return Math.min(getHeight(), shown.chart().size().getHeight());
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()
                || event.isAltDown()
                || event.isShiftDown()
                || picture.get().isEmpty()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code.isArrowKey()) {
            int right = code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0;
            int down = code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0;
            if (picture.get().get().parts() > 0) {
                point(at == NOWHERE ? 0 : picture.get().get().step(at, right, down));
            }
            event.consume();
        } else if (code == KeyCode.ESCAPE && at != NOWHERE) {
            point(NOWHERE);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        for (Canvas layer : new Canvas[] {canvas, pointer}) {
            layer.setWidth(getWidth());
            layer.setHeight(getHeight());
        }
        draw();
    }

    private void draw() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        picture.set(source.getValue().apply(width, height));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        setAccessibleText(picture.get().map(p -> p.chart().description()).orElse(""));
        picture.get()
                .ifPresent(p -> p.chart()
                        .draw(dark.getValue() ? ChartTheme.dark() : ChartTheme.light(), false)
                        .draw(new FXGraphics2D(g), new Rectangle2D.Double(0, 0, width, drawnHeight(p))));
        point(at >= picture.get().map(Picture::parts).orElse(0) ? NOWHERE : at);
    }

    private void point(int part) {
        at = part;
        GraphicsContext g = pointer.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setStroke(new Palette(dark.getValue()).color(Token.ACCENT));
        g.setLineWidth(2);
        if (isFocused()) {
            g.strokeRoundRect(1, 1, getWidth() - 2, getHeight() - 2, 6, 6);
        }
        if (part == NOWHERE || picture.get().isEmpty()) {
            reading.set("");
            return;
        }
        Rectangle2D place = picture.get()
                .get()
                .place(part, getWidth(), drawnHeight(picture.get().get()));
        g.strokeRect(place.getX(), place.getY(), place.getWidth(), place.getHeight());
        reading.set(picture.get().get().words(part));
    }
}
