package vitrine.desktop.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.task.Failure;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;

/**
 * The list of the user under the cursor, ranked again whenever model, user or edits change; the newest question wins. One
 * list for every screen that shows it. Used from the FX thread only.
 */
public final class Ranker {
    /** Rows a list begins with. */
    public static final int USUAL_ROWS = 20;

    private final Texts texts;
    private final Workspace workspace;
    private final Cursor cursor;
    private final Slot slot;
    private final IntegerProperty rowsWanted = new SimpleIntegerProperty(this, "rowsWanted", USUAL_ROWS);
    private final BooleanProperty includeSeen = new SimpleBooleanProperty(this, "includeSeen");
    private final ReadOnlyObjectWrapper<Optional<Listing>> listing =
            new ReadOnlyObjectWrapper<>(this, "listing", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    /** Kept, since a binding nobody holds stops telling. */
    private final BooleanBinding updating;

    private Optional<Listing.Question> asked = Optional.empty();

    public Ranker(Texts texts, Tasks tasks, Workspace workspace) {
        this.texts = texts;
        this.workspace = workspace;
        this.cursor = workspace.cursor();
        slot = tasks.slot();
        updating =
                Bindings.createBooleanBinding(() -> slot.currentProperty().get().isPresent(), slot.currentProperty());
        cursor.positionProperty().addListener((o, before, now) -> ask(false));
        cursor.editsProperty().addListener((o, before, now) -> ask(false));
        workspace.modelProperty().addListener((o, before, now) -> ask(false));
        workspace.heldOutProperty().addListener((o, before, now) -> ask(true));
        includeSeen.addListener((o, before, now) -> ask(false));
        rowsWanted.addListener((o, before, now) -> settle());
        ask(false);
    }

    /** The newest finished list; empty without model or user. */
    public ReadOnlyObjectProperty<Optional<Listing>> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /** How many places are shown. */
    public IntegerProperty rowsWantedProperty() {
        return rowsWanted;
    }

    /** Whether items the user already has are candidates. */
    public BooleanProperty includeSeenProperty() {
        return includeSeen;
    }

    /** Why there is no list; empty while there is one. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** True while a newer list than the shown one is computed. */
    public BooleanBinding updating() {
        return updating;
    }

    private void ask(boolean again) {
        Optional<ModelRun> run = workspace.modelProperty().get();
        String user = cursor.position().user();
        if (run.isEmpty() || user.isEmpty()) {
            slot.drop();
            asked = Optional.empty();
            failure.set("");
            listing.set(Optional.empty());
            return;
        }
        Listing.Question question = new Listing.Question(run.get(), user, cursor.edits(), includeSeen.get());
        if (!again && asked.equals(Optional.of(question))) {
            return;
        }
        asked = Optional.of(question);
        Optional<Listing.Unedited> known = listing.get().map(Listing::unedited);
        var heldOut = workspace.heldOutProperty().get();
        slot.run(texts.bind("job.rank"), context -> Listing.of(question, known, heldOut), this::show, this::fail);
    }

    private void fail(Failure why) {
        listing.set(Optional.empty());
        asked = Optional.empty();
        failure.set(why.cancelled() ? "" : why.sentence());
    }

    private void show(Listing now) {
        failure.set("");
        listing.set(Optional.of(now));
        settle();
    }

    /** The old product stays while it is in the new list; else the first row is the natural one. */
    private void settle() {
        List<String> ids = listing.get()
                .map(now -> Arrays.stream(now.ranking().items())
                        .limit(rowsWanted.get())
                        .mapToObj(now.question().run().session()::itemId)
                        .toList())
                .orElse(List.of());
        cursor.items().setAll(ids);
        Position position = cursor.position();
        if (!ids.isEmpty() && !ids.contains(position.item())) {
            cursor.settle(position.withItem(ids.get(0)));
        }
    }
}
