package vitrine.desktop.screen.explain;

import java.util.Optional;
import vitrine.desktop.workspace.Listing;
import vitrine.desktop.workspace.Position;

/**
 * Why does this list hold this item?
 *
 * @param list the list, which names model, user and edits
 * @param item number of the item
 */
record Asked(Listing list, int item) {
    /** @return empty while the cursor's item and the newest list do not belong together yet */
    static Optional<Asked> at(Position position, Optional<Listing> newest) {
        return newest.filter(list -> list.question().run().id().equals(position.model())
                        && list.question().user().equals(position.user()))
                .flatMap(list -> {
                    int item = list.question().run().session().model().items().indexOf(position.item());
                    return item < 0 ? Optional.empty() : Optional.of(new Asked(list, item));
                });
    }

    /** Whether both ask the same, though the list may have been made again. */
    boolean isSame(Asked other) {
        return item == other.item && list.question().equals(other.list.question());
    }

    /** Whether it is the same item in the same model's list of the same user, however edited. */
    boolean isAboutSame(Asked other) {
        Listing.Question mine = list.question();
        Listing.Question its = other.list.question();
        return item == other.item
                && mine.run().id().equals(its.run().id())
                && mine.user().equals(its.user());
    }

    String title() {
        return list.question().run().session().title(item);
    }
}
