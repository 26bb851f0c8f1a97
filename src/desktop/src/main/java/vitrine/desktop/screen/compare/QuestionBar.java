package vitrine.desktop.screen.compare;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vitrine.assess.Protocols;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;

/** Which runs are compared, how, and how many places count. */
final class QuestionBar {
    private final Texts texts;
    private final Widgets widgets;
    private final Workspace workspace;
    private final CompareViewModel model;
    private final HBox bar;

    QuestionBar(ScreenContext context, CompareViewModel model) {
        this.texts = context.texts();
        this.widgets = context.widgets();
        this.workspace = context.workspace();
        this.model = model;
        ComboBox<String> protocol = protocol();
        ComboBox<Integer> places = places();
        bar = Widgets.row(
                8,
                runs(),
                labelled("compare.protocol.label", protocol),
                protocol,
                labelled("compare.places", places),
                places);
        bar.disableProperty().bind(model.stateProperty().map(CompareViewModel.State::isComparing));
    }

    private Label labelled(String key, ComboBox<?> box) {
        Label label = widgets.label(key, "text-muted");
        label.setLabelFor(box);
        label.setMinWidth(Region.USE_PREF_SIZE);
        box.accessibleTextProperty().bind(texts.bind(key));
        return label;
    }

    private ComboBox<String> protocol() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("compare-protocol");
        box.getItems().setAll(Protocols.NAMES);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setCellFactory(list -> new Named());
        box.setButtonCell(new Named());
        box.valueProperty().bindBidirectional(model.lineup().protocolProperty());
        return box;
    }

    /** A protocol in words. */
    private final class Named extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            textProperty().unbind();
            if (empty || name == null) {
                setText(null);
            } else {
                textProperty().bind(texts.bind("protocol." + name));
            }
        }
    }

    private ComboBox<Integer> places() {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId("compare-places");
        box.getItems().setAll(Lineup.CUT_OFFS);
        box.setValue(model.lineup().cutOffProperty().get());
        box.valueProperty()
                .addListener((o, before, now) -> model.lineup().cutOffProperty().set(now));
        return box;
    }

    private MenuButton runs() {
        MenuButton menu = new MenuButton();
        menu.setId("compare-runs");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.textProperty()
                .bind(texts.bind(
                        () -> texts.get(
                                "compare.runs",
                                model.lineup().runs().size(),
                                workspace.runs().size()),
                        model.lineup().runs(),
                        workspace.runs()));
        InvalidationListener fill = changed -> fill(menu);
        model.lineup().runs().addListener(fill);
        workspace.runs().addListener(fill);
        model.stateProperty().addListener(fill);
        texts.languageProperty().addListener(fill);
        fill(menu);
        return menu;
    }

    private void fill(MenuButton menu) {
        List<MenuItem> items = new java.util.ArrayList<>();
        boolean full = false;
        for (ModelRun run : workspace.runs()) {
            CheckMenuItem item = new CheckMenuItem(words(run));
            item.setMnemonicParsing(false);
            item.setSelected(model.lineup().contains(run));
            item.setDisable(!model.lineup().canToggle(run));
            item.setOnAction(e -> model.lineup().toggle(run));
            full |= item.isDisable();
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        if (full) {
            items.add(said("compare.full"));
        } else {
            MenuItem plain = new MenuItem(texts.get("compare.add-plain"));
            plain.setDisable(!model.canAddPlain());
            plain.setOnAction(e -> model.addPlain());
            items.add(plain);
        }
        menu.getItems().setAll(items);
    }

    private MenuItem said(String key) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setDisable(true);
        return item;
    }

    private String words(ModelRun run) {
        String name = MetricRows.name(texts, run) + "   "
                + texts.get("split." + run.result().provenance().split());
        return run.validation("ndcg")
                .map(value -> name + "   nDCG@10 " + texts.numbers().decimal(value, 3))
                .orElse(name);
    }

    Node node() {
        return bar;
    }
}
