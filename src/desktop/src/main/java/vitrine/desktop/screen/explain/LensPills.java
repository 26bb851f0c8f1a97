package vitrine.desktop.screen.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import vitrine.desktop.control.Widgets;

/** Which lens is open: the title of every lens card. */
final class LensPills {
    private LensPills() {}

    static Node of(Widgets widgets, ObjectProperty<Lens> lens) {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> pills = Arrays.stream(Lens.values())
                .map(l -> {
                    ToggleButton pill = widgets.pill(l.key());
                    pill.setId("lens-" + l.name().toLowerCase(Locale.ROOT));
                    pill.setUserData(l);
                    return pill;
                })
                .toList();
        Node box = widgets.pills(group, pills);
        pills.get(lens.get().ordinal()).setSelected(true);
        group.selectedToggleProperty().addListener((o, before, now) -> {
            if (now != null) {
                lens.set((Lens) now.getUserData());
            }
        });
        lens.addListener((o, before, now) -> pills.get(now.ordinal()).setSelected(true));
        return box;
    }
}
