package vitrine.desktop.screen.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vitrine.action.CompareResult.Overlap;
import vitrine.action.OpenComparison;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.ModelRun;

/** How alike the lists of every two models are, over all users. */
final class OverlapCard {
    private static final double WIDTH = 300;
    private static final double HIGHEST = 30;
    private static final double BAR = 22;
    private final Texts texts;
    private final Widgets widgets;
    private final CompareViewModel model;
    private final VBox pairs = new VBox(12);
    private final Card card;

    OverlapCard(ScreenContext context, CompareViewModel model) {
        this.texts = context.texts();
        this.widgets = context.widgets();
        this.model = model;
        ScrollPane scroll = new ScrollPane(pairs);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card = new Card(widgets.label("compare.overlap", "card-title"))
                .with(scroll, widgets.paragraph(texts.bind("compare.overlap.legend"), "text-muted", "text-small"));
        card.setMinWidth(WIDTH);
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        model.shownProperty().addListener((o, before, now) -> show(now));
        texts.languageProperty()
                .addListener((o, before, now) -> show(model.shownProperty().get()));
        show(model.shownProperty().get());
    }

    private void show(Optional<OpenComparison> now) {
        List<Node> nodes = new ArrayList<>();
        List<ModelRun> runs = model.compared();
        now.filter(open -> open.result().models().size() == runs.size()).ifPresent(open -> {
            int pair = 0;
            for (int a = 0; a < runs.size(); a++) {
                for (int b = a + 1; b < runs.size(); b++) {
                    nodes.add(pair(
                            runs.get(a), runs.get(b), open.result().overlap().get(pair++), open.shared(a, b)));
                }
            }
            if (nodes.isEmpty()) {
                nodes.add(widgets.paragraph(texts.bind("compare.overlap.none"), "text-muted"));
            }
        });
        pairs.getChildren().setAll(nodes);
    }

    private Node pair(ModelRun a, ModelRun b, Overlap overlap, double shared) {
        String names = texts.get("compare.pair", MetricRows.name(texts, a), MetricRows.name(texts, b));
        Label words = new Label(texts.get(
                "compare.pair.overlap",
                texts.numbers().decimal(overlap.rbo(), 2),
                texts.numbers().decimal(shared, 1),
                overlap.depth()));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, new Label(names), words, histogram(overlap, names + " " + words.getText()));
    }

    /** Users by overlap, ten bars from 0 to 1. */
    private Node histogram(Overlap overlap, String words) {
        int most =
                overlap.histogram().stream().mapToInt(Integer::intValue).max().orElse(0);
        HBox bars = new HBox(2);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMinHeight(HIGHEST + 1);
        bars.getStyleClass().add("histogram");
        bars.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        bars.setAccessibleText(words + " " + overlap.histogram());
        for (int users : overlap.histogram()) {
            Region bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            double height = most == 0 || users == 0 ? 0 : Math.max(1, HIGHEST * users / most);
            bar.setMinSize(BAR, height);
            bar.setMaxSize(BAR, height);
            bar.setVisible(users > 0);
            bars.getChildren().add(bar);
        }
        Label zero = new Label("0");
        Label one = new Label("1");
        zero.getStyleClass().addAll("text-muted", "text-small");
        one.getStyleClass().addAll("text-muted", "text-small");
        HBox ends = Widgets.row(0, zero, Widgets.filler(), one);
        double width = overlap.histogram().size() * (BAR + 2) - 2;
        ends.setMaxWidth(width);
        bars.setMaxWidth(width);
        return new VBox(2, bars, ends);
    }

    Card node() {
        return card;
    }
}
