package vitrine.desktop.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vitrine.desktop.screen.Screen;
import vitrine.desktop.screen.ScreenEntry;

/** The screens of the rail, each made when it is first shown, and which one is in front. */
final class Screens {
    private final Map<String, Screen> made = new HashMap<>();
    private final ReadOnlyStringWrapper front = new ReadOnlyStringWrapper(this, "front", "");
    private List<ScreenEntry> entries = List.of();

    void offer(List<ScreenEntry> offered) {
        entries = List.copyOf(offered);
    }

    List<ScreenEntry> entries() {
        return entries;
    }

    /** Key of the screen in front; empty before the first. */
    ReadOnlyStringProperty frontProperty() {
        return front.getReadOnlyProperty();
    }

    Optional<Screen> front() {
        return Optional.ofNullable(made.get(front.get()));
    }

    void show(String key) {
        entries.stream().filter(e -> e.key().equals(key)).findFirst().ifPresent(entry -> {
            Screen screen = made.computeIfAbsent(key, k -> entry.make().get());
            if (!key.equals(front.get())) {
                front().ifPresent(Screen::hidden);
            }
            front.set(key);
            screen.shown();
        });
    }

    /** @param number from 0, in rail order; others do nothing */
    void show(int number) {
        if (number >= 0 && number < entries.size()) {
            show(entries.get(number).key());
        }
    }
}
