package vitrine.desktop.screen.explain;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vitrine.chart.ContributionChart;
import vitrine.desktop.chart.BarsPicture;
import vitrine.desktop.chart.Picture;
import vitrine.desktop.chart.PictureCanvas;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Dimming;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** The contributions as bars, with the sum they make. */
final class BarsCard {
    private static final double ROW = 22;
    private static final double AXIS = 28;
    private static final int FEW = 8;
    private static final int MANY = 10;
    private static final int OTHERS = 2;
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
    private final Texts texts;
    private final ExplainTexts words;
    private final ExplainViewModel model;
    private final ObservableValue<Boolean> roomy;
    private final Card card;

    /** @param roomy whether the window is high enough for ten single rows */
    BarsCard(ScreenContext context, ExplainViewModel model, ExplainTexts words, ObservableValue<Boolean> roomy) {
        this.roomy = roomy;
        this.texts = context.texts();
        this.words = words;
        this.model = model;
        Widgets widgets = context.widgets();
        PictureCanvas bars = new PictureCanvas(source(), context.settings().darkProperty());
        bars.setId("bars");
        bars.prefHeightProperty().bind(roomy.map(r -> ((r ? MANY : FEW) + OTHERS) * ROW + AXIS));
        Dimming.of(bars, model.updating());
        Label nothing = widgets.paragraph(
                texts.bind(
                        () -> model.answerProperty().get().map(words::nothing).orElse(""), model.answerProperty()),
                "empty-words");
        ObservableValue<Boolean> empty =
                model.answerProperty().map(a -> a.map(Answer::nothingMoves).orElse(false));
        Widgets.visibleWhen(nothing, empty);
        Widgets.visibleWhen(bars, empty.map(e -> !e));
        StackPane picture = new StackPane(bars, nothing);
        VBox.setVgrow(picture, Priority.ALWAYS);
        Label title = widgets.label(words.barsTitle(), "card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        card = new Card(
                title,
                new RivalBox(context, model).node(),
                new MethodForm(context, model).node(),
                new MethodBox(context, model).node());
        card.with(sum(widgets), picture, below(widgets, bars));
        card.setMinWidth(0);
    }

    private HBox sum(Widgets widgets) {
        Label sum = widgets.label(words.sum());
        sum.setId("sum-line");
        Label gap = widgets.label(words.gap(), "text-muted", "sum-gap");
        words.gapIsLarge().addListener((o, before, now) -> gap.pseudoClassStateChanged(LARGE, now));
        HBox line = Widgets.row(6, sum, gap);
        Dimming.of(line, model.updating());
        return line;
    }

    private HBox below(Widgets widgets, PictureCanvas bars) {
        Label reading = widgets.label(
                texts.bind(
                        () -> bars.readingProperty().get().isEmpty()
                                ? counts(bars.pictureProperty().get())
                                : bars.readingProperty().get(),
                        bars.readingProperty(),
                        bars.pictureProperty()),
                "text-muted",
                "text-small");
        reading.setId("bars-reading");
        reading.setMinWidth(0);
        return Widgets.row(
                6,
                swatch("swatch-raise"),
                word(widgets, words.towards()),
                swatch("swatch-lower"),
                word(widgets, words.away()),
                Widgets.filler(),
                reading);
    }

    private static Label word(Widgets widgets, ObservableValue<String> text) {
        Label label = widgets.label(text, "text-small");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style);
        return swatch;
    }

    private String counts(Optional<Picture> picture) {
        return picture.filter(BarsPicture.class::isInstance)
                .map(BarsPicture.class::cast)
                .map(bars -> words.counts(bars.chart().rows()))
                .orElse("");
    }

    private ObservableValue<BiFunction<Double, Double, Optional<Picture>>> source() {
        return Bindings.createObjectBinding(
                () -> (width, height) -> model.answerProperty().get().map(answer -> picture(answer, width)),
                model.answerProperty(),
                texts.languageProperty(),
                roomy);
    }

    private Picture picture(Answer answer, double width) {
        ContributionChart chart = chart(answer, width);
        return new BarsPicture(
                chart,
                row -> words.bar(
                        answer, chart.rowText(row), chart.rows().rows().get(row).value()));
    }

    private ContributionChart chart(Answer answer, double width) {
        return new ContributionChart(
                answer.parts(), answer.figures(), texts.language().locale(), roomy.getValue() ? MANY : FEW, (int)
                        Math.floor(width));
    }

    Card node() {
        return card;
    }
}
