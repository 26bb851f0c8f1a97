package vitrine.desktop.picture;

import java.util.List;
import vitrine.desktop.app.CompositionRoot;

/** Brings each screen into the state its picture shows. */
final class PictureStory {
    static final List<String> SCREENS = List.of("data", "train", "recommend", "explain");
    private final CompositionRoot root;

    PictureStory(CompositionRoot root) {
        this.root = root;
    }

    void prepare(String screen) throws Exception {
        Pictures.onScreen(() -> root.show(screen));
        Pictures.await(() -> !root.workspace().cursor().position().user().isEmpty(), 60);
    }
}
