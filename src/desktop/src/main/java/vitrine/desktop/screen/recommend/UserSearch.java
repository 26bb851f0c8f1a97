package vitrine.desktop.screen.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vitrine.action.DataSession;
import vitrine.action.NearestIds;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.data.IdOrder;
import vitrine.data.InteractionLog;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;

/** Finds users by a part of their id or of an attribute, off the FX thread. */
final class UserSearch {
    private record Found(List<UserRow> users, int all, String wanted, List<String> nearest) {}

    private static final Found NOTHING = new Found(List.of(), 0, "", List.of());
    private final Texts texts;
    private final Workspace workspace;
    private final Slot slot;
    private final StringProperty wanted = new SimpleStringProperty(this, "wanted", "");
    private final ObservableList<UserRow> users = FXCollections.observableArrayList();
    /** Kept, since a read-only view listens weakly and dies with its last holder. */
    private final ObservableList<UserRow> shownUsers = FXCollections.unmodifiableObservableList(users);

    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", NOTHING);

    UserSearch(Texts texts, Tasks tasks, Workspace workspace) {
        this.texts = texts;
        this.workspace = workspace;
        slot = tasks.slot();
        wanted.addListener((o, before, now) -> look());
        workspace.modelProperty().addListener((o, before, now) -> look());
        workspace.dataProperty().addListener((o, before, now) -> look());
        look();
    }

    /** What is typed. */
    StringProperty wantedProperty() {
        return wanted;
    }

    /** In the order of ids. */
    ObservableList<UserRow> users() {
        return shownUsers;
    }

    /** Whom Enter means: the user with exactly the id typed, else the first found. */
    Optional<String> choice() {
        String typed = wanted.get().strip();
        return workspace
                .modelProperty()
                .get()
                .filter(run -> run.session().model().users().indexOf(typed) != IdIndex.UNKNOWN)
                .map(run -> typed)
                .or(() -> users.stream().findFirst().map(UserRow::id));
    }

    ReadOnlyObjectProperty<Optional<vitrine.desktop.task.JobView>> running() {
        return slot.currentProperty();
    }

    /** "4,338 users", "12 of 4,338 users", "No user 1785. Nearest: 17850, 17851." */
    ObservableValue<String> note() {
        return texts.bind(
                () -> {
                    Found now = found.get();
                    if (now.users().isEmpty() && !now.wanted().isEmpty()) {
                        return texts.get(
                                "recommend.users.none",
                                now.wanted(),
                                String.join(texts.get("recommend.comma"), now.nearest()));
                    }
                    String all = texts.numbers().count(now.all());
                    return now.wanted().isEmpty()
                            ? texts.get("recommend.users.all", all)
                            : texts.get(
                                    "recommend.users.some",
                                    texts.numbers().count(now.users().size()),
                                    all);
                },
                found);
    }

    private void look() {
        Optional<ModelRun> run = workspace.modelProperty().get();
        if (run.isEmpty()) {
            slot.drop();
            show(NOTHING);
            return;
        }
        String typed = wanted.get().strip();
        Optional<DataSession> data = workspace.dataProperty().get();
        slot.run(
                texts.bind("job.search"),
                context -> search(run.get(), data, typed),
                this::show,
                failure -> show(NOTHING));
    }

    private void show(Found now) {
        users.setAll(now.users());
        found.set(now);
    }

    private static Found search(ModelRun run, Optional<DataSession> data, String typed) {
        IdIndex ids = run.session().model().users();
        Optional<InteractionLog> log = run.session().log();
        Optional<Catalog> attributes =
                data.map(DataSession::users).filter(c -> !c.attributes().isEmpty());
        String part = typed.toLowerCase(Locale.ROOT);
        List<UserRow> users = new ArrayList<>();
        for (int user : IdOrder.of(ids)) {
            String id = ids.id(user);
            if (id.toLowerCase(Locale.ROOT).contains(part)
                    || attributes.map(c -> describes(c, id, part)).orElse(false)) {
                int events =
                        log.map(l -> l.userStart(user + 1) - l.userStart(user)).orElse(0);
                users.add(new UserRow(id, events));
            }
        }
        List<String> nearest = users.isEmpty() ? NearestIds.of(ids, typed) : List.of();
        return new Found(users, ids.size(), typed, nearest);
    }

    private static boolean describes(Catalog attributes, String id, String part) {
        int number = attributes.ids().indexOf(id);
        return number != IdIndex.UNKNOWN
                && attributes.attributes().stream()
                        .anyMatch(name -> attributes
                                .attribute(number, name)
                                .map(value -> value.toLowerCase(Locale.ROOT).contains(part))
                                .orElse(false));
    }
}
