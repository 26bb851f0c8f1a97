package vitrine.desktop.screen.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import vitrine.desktop.Bench;
import vitrine.desktop.i18n.Language;

/** Needs the toolkit for its controls, but no window. */
@ExtendWith(ApplicationExtension.class)
class FormPaneTest {
    @TempDir
    private Path folder;

    private static Stream<Node> all(Node node) {
        List<Node> below = new ArrayList<>();
        if (node instanceof ScrollPane scroll) {
            below.add(scroll.getContent());
        } else if (node instanceof Parent parent) {
            below.addAll(parent.getChildrenUnmodifiable());
        }
        return Stream.concat(Stream.of(node), below.stream().flatMap(FormPaneTest::all));
    }

    private static Node named(FormPane form, String id) {
        return all(form).filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> sampling(FormPane form) {
        return (ComboBox<String>) named(form, "field-sampling");
    }

    private static boolean isGone(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 100 && reference.get() != null; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return reference.get() == null;
    }

    @Test
    void fields_of_another_model_are_let_go_and_those_that_stay_follow_the_language() throws InterruptedException {
        try (Bench bench = new Bench(folder)) {
            TrainViewModel model = bench.call(() -> new TrainViewModel(bench.context()));
            FormPane form = bench.call(() -> new FormPane(bench.context().widgets(), model));
            bench.run(() -> ((ToggleButton) named(form, "train-more")).setSelected(true));
            WeakReference<ComboBox<String>> old = bench.call(() -> new WeakReference<>(sampling(form)));
            bench.run(() -> model.form().modelProperty().set("neumf"));
            assertTrue(isGone(old), "still held by the language");
            ComboBox<String> stays = bench.call(() -> sampling(form));
            String english = bench.call(() -> stays.getConverter().toString("uniform"));
            bench.run(() -> bench.context().texts().languageProperty().set(Language.CHINESE));
            assertNotEquals(english, bench.call(() -> stays.getConverter().toString("uniform")));
            assertEquals("uniform", bench.call(stays::getValue));
        }
    }
}
