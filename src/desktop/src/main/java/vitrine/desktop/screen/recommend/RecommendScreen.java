package vitrine.desktop.screen.recommend;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vitrine.desktop.control.AnswerLine;
import vitrine.desktop.control.EmptyState;
import vitrine.desktop.control.ErrorCard;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.screen.Screen;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.Ranker;

/** "What does this user get, and what if their past were different?" */
public final class RecommendScreen implements Screen {
    private final ScreenContext context;
    private final RecommendViewModel model;
    private final UserCard users;
    private final RankedCard ranked;
    private final StackPane root;

    public RecommendScreen(ScreenContext context, Ranker ranker) {
        this.context = context;
        model = new RecommendViewModel(context.texts(), context.tasks(), context.workspace(), ranker);
        UserSearch search = new UserSearch(context.texts(), context.tasks(), context.workspace());
        users = new UserCard(context, search, model);
        ranked = new RankedCard(context, model, this::mainAction);
        HistoryCard history = new HistoryCard(context, model);
        HBox.setHgrow(ranked.node(), Priority.ALWAYS);
        HBox cards = new HBox(12, users.node(), history.node(), ranked.node());
        VBox.setVgrow(cards, Priority.ALWAYS);
        Button explain = context.widgets().button("recommend.explain", "Enter", this::mainAction, "accent");
        explain.setId("explain");
        VBox content = new VBox(
                12,
                new AnswerLine(context.widgets(), model.answer(), model.consequence()).beside(explain),
                new ErrorCard(context.widgets(), ranker.failureProperty()),
                new ContextBar(context, model).node(),
                cards);
        content.getStyleClass().add("screen");
        Widgets.visibleWhen(content, model.hasModel());
        root = new StackPane(content, empty());
    }

    private Node empty() {
        Button train = context.widgets()
                .button("recommend.train", () -> context.navigator().show("train"), "accent");
        Widgets.visibleWhen(train, model.isOpening().not());
        EmptyState empty = new EmptyState(
                context.widgets(),
                "mdi2f-format-list-numbered",
                context.texts()
                        .bind(
                                () -> context.texts()
                                        .get(model.isOpening().get() ? "recommend.opening" : "recommend.empty"),
                                model.isOpening()),
                train);
        Widgets.visibleWhen(empty, model.hasModel().not());
        return empty;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void mainAction() {
        if (!model.rows().isEmpty()) {
            context.navigator().show("explain");
        }
    }

    @Override
    public void filter() {
        users.focusFilter();
    }

    @Override
    public void shown() {
        ranked.focus();
    }
}
