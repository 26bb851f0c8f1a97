package vitrine.desktop.screen.explain;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** What would change it: one sentence, what is taken away, each with a lock, and the list as it would be. */
final class ChangeCard {
    private static final double GAP = 12;
    private static final double SCROLL_BAR = 12;
    private final Texts texts;
    private final ChangeViewModel model;
    private final Widgets widgets;
    private final FlowPane removed = new FlowPane(GAP, 4);
    private final FlowPane list = new FlowPane(GAP, 4);
    private final Card card;
    /** Held, since only weak listeners would be lost. */
    private final InvalidationListener refresh = o -> fill();

    /** @param title what stands at the card's head */
    ChangeCard(ScreenContext context, ChangeViewModel model, Node title) {
        this.texts = context.texts();
        this.model = model;
        this.widgets = context.widgets();
        Button search = widgets.button("change.search", model::search, "accent", "small");
        search.setId("change-search");
        Widgets.visibleWhen(search, model.running().map(r -> !r));
        search.disableProperty().bind(model.isAskable().map(a -> !a));
        Button stop = widgets.button("change.stop", model::stop, "small");
        stop.setId("change-stop");
        Widgets.visibleWhen(stop, model.running());
        Label sentence = widgets.paragraph(texts.bind(model::sentence, model.changes()));
        sentence.setId("change-sentence");
        removed.setId("change-removed");
        list.setId("change-list");
        VBox content = new VBox(8, sentence, removed, list);
        content.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setPrefHeight(140);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card = new Card(title, search, stop);
        card.with(scroll);
        card.setMinWidth(0);
        for (Observable change : model.changes()) {
            change.addListener(refresh);
        }
        texts.languageProperty().addListener(refresh);
        fill();
    }

    private void fill() {
        removed.getChildren().clear();
        for (ChangeViewModel.Action action : model.removed()) {
            Label title = new Label(action.title());
            title.getStyleClass().add("text-strong");
            Button keep = widgets.iconButton(
                    "mdi2l-lock-outline", texts.bind("change.keep", action.title()), () -> model.keep(action.id()));
            HBox row = Widgets.row(2, title, keep);
            removed.getChildren().add(row);
        }
        List<String> kept = model.keptTitles();
        if (!kept.isEmpty()) {
            Label stays = new Label(texts.get("change.kept", String.join(", ", kept)));
            stays.getStyleClass().addAll("text-muted", "text-small");
            Button release =
                    widgets.iconButton("mdi2l-lock-open-variant-outline", texts.bind("change.release"), model::release);
            removed.getChildren().add(Widgets.row(2, stays, release));
        }
        list.getChildren().clear();
        List<ChangeViewModel.Place> places = model.list();
        if (!places.isEmpty()) {
            Label then = new Label(texts.get("change.then", model.k()));
            then.getStyleClass().addAll("text-muted", "text-small");
            list.getChildren().add(then);
        }
        for (ChangeViewModel.Place place : places) {
            Label label = new Label(
                    texts.get(place.isNew() ? "change.place.new" : "change.place", place.rank(), place.title()));
            label.getStyleClass().addAll("text-small", place.isNew() ? "text-strong" : "text-muted");
            list.getChildren().add(label);
        }
        for (FlowPane pane : List.of(removed, list)) {
            pane.setRowValignment(VPos.CENTER);
            pane.setAlignment(Pos.CENTER_LEFT);
            pane.setManaged(!pane.getChildren().isEmpty());
        }
    }

    Card node() {
        return card;
    }
}
