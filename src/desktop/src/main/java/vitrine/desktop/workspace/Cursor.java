package vitrine.desktop.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The one cursor: model, user and item, followed by every screen, with a way back and forth. Edits belong to the user: they
 * end when another user is chosen. Used from the FX thread only.
 */
public final class Cursor {
    private static final int MOST = 200;
    private final ReadOnlyObjectWrapper<Position> position =
            new ReadOnlyObjectWrapper<>(this, "position", Position.NOWHERE);
    private final ReadOnlyObjectWrapper<Edits> edits = new ReadOnlyObjectWrapper<>(this, "edits", Edits.NONE);
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward");
    private final ObservableList<String> items = FXCollections.observableArrayList();
    private final Deque<Position> behind = new ArrayDeque<>();
    private final Deque<Position> ahead = new ArrayDeque<>();

    public ReadOnlyObjectProperty<Position> positionProperty() {
        return position.getReadOnlyProperty();
    }

    public Position position() {
        return position.get();
    }

    public ReadOnlyObjectProperty<Edits> editsProperty() {
        return edits.getReadOnlyProperty();
    }

    public Edits edits() {
        return edits.get();
    }

    public void edit(Edits to) {
        edits.set(to);
    }

    /** Ids of the list the item belongs to, best first; kept by the screen that ranks, shown by the header. */
    public ObservableList<String> items() {
        return items;
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /** A choice by the analyst: can be gone back from. */
    public void go(Position to) {
        Position from = position.get();
        if (to.equals(from)) {
            return;
        }
        if (!from.equals(Position.NOWHERE)) {
            behind.push(from);
            if (behind.size() > MOST) {
                behind.removeLast();
            }
        }
        ahead.clear();
        move(to);
    }

    /** A default taken by a screen, such as the first row of a new list: no step to go back to. */
    public void settle(Position to) {
        if (!to.equals(position.get())) {
            move(to);
        }
    }

    public void back() {
        if (!behind.isEmpty()) {
            ahead.push(position.get());
            move(behind.pop());
        }
    }

    public void forward() {
        if (!ahead.isEmpty()) {
            behind.push(position.get());
            move(ahead.pop());
        }
    }

    /** Another study: nothing before it means anything. */
    public void forget() {
        behind.clear();
        ahead.clear();
        items.clear();
        move(Position.NOWHERE);
    }

    private void move(Position to) {
        if (!to.user().equals(position.get().user())) {
            edits.set(Edits.NONE);
        }
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        position.set(to);
    }
}
