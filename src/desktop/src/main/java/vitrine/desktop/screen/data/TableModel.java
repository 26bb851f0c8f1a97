package vitrine.desktop.screen.data;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vitrine.action.DataProfile;
import vitrine.action.DataSession;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.task.Slot;

/** Which rows a table shows: filtered off the FX thread, as numbers, so that a million of them weigh little. */
final class TableModel {
    /** What the rows are. */
    enum Kind {
        EVENTS("events"),
        PRODUCTS("products"),
        USERS("users"),
        COLUMNS("columns"),
        REJECTED("rejected");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private final Texts texts;
    private final DataViewModel data;
    private final Slot slot;
    private final ReadOnlyObjectProperty<Optional<DataSession>> source;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.EVENTS);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<int[]> rows = new ReadOnlyObjectWrapper<>(this, "rows", new int[0]);

    TableModel(ScreenContext context, DataViewModel data) {
        this.texts = context.texts();
        this.data = data;
        this.slot = context.tasks().slot();
        this.source = context.workspace().dataProperty();
        source.addListener((o, before, now) -> look());
        kind.addListener((o, before, now) -> {
            rows.set(new int[0]);
            look();
        });
        filter.addListener((o, before, now) -> look());
        data.profileProperty().addListener((o, before, now) -> look());
        look();
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<int[]> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DataSession>> dataProperty() {
        return source;
    }

    Optional<DataProfile> profile() {
        return data.profileProperty().get();
    }

    private void look() {
        if (source.get().isEmpty()) {
            slot.drop();
            rows.set(new int[0]);
            return;
        }
        DataSession session = source.get().get();
        Kind wanted = kind.get();
        String text = filter.get().strip().toLowerCase(Locale.ROOT);
        Optional<DataProfile> counts = profile();
        slot.run(
                texts.bind("job.search"),
                job -> rows(session, wanted, text, counts),
                rows::set,
                failure -> rows.set(new int[0]));
    }

    private static int[] rows(DataSession session, Kind kind, String text, Optional<DataProfile> profile) {
        InteractionLog log = session.log();
        return switch (kind) {
            case EVENTS -> {
                BitSet items = matching(log.items(), session.items(), text);
                BitSet users = matching(log.users(), session.users(), text);
                yield IntStream.range(0, log.size())
                        .filter(row -> items.get(log.item(row)) || users.get(log.user(row)))
                        .toArray();
            }
            case PRODUCTS ->
                byCount(matching(log.items(), session.items(), text), profile.map(DataProfile::itemCounts));
            case USERS -> byCount(matching(log.users(), session.users(), text), profile.map(DataProfile::userCounts));
            case COLUMNS ->
                IntStream.range(0, session.result().columns().size()).toArray();
            case REJECTED ->
                IntStream.range(0, session.result().rejected().size()).toArray();
        };
    }

    private static BitSet matching(IdIndex ids, Catalog catalog, String text) {
        BitSet found = new BitSet(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            if (text.isEmpty()
                    || ids.id(i).toLowerCase(Locale.ROOT).contains(text)
                    || catalog.title(i).toLowerCase(Locale.ROOT).contains(text)) {
                found.set(i);
            }
        }
        return found;
    }

    /** Most events first. */
    private static int[] byCount(BitSet found, Optional<int[]> counts) {
        return found.stream()
                .boxed()
                .sorted(java.util.Comparator.comparingInt(
                        i -> counts.map(c -> -c[i]).orElse(0)))
                .mapToInt(i -> i)
                .toArray();
    }

    void point(Kind of, int row) {
        DataSession session = source.get().orElseThrow();
        InteractionLog log = session.log();
        switch (of) {
            case EVENTS -> data.point(log.users().id(log.user(row)), log.items().id(log.item(row)));
            case PRODUCTS -> data.point("", log.items().id(row));
            case USERS -> data.point(log.users().id(row), "");
            default -> {}
        }
    }
}
