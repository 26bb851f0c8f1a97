package vitrine.desktop.screen.data;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import vitrine.desktop.control.AnswerLine;
import vitrine.desktop.screen.Screen;
import vitrine.desktop.screen.ScreenContext;

/** "What is in the data, and what was thrown away?" */
public final class DataScreen implements Screen {
    private final VBox root = new VBox(12);

    public DataScreen(ScreenContext context) {
        DataViewModel model = new DataViewModel(context);
        root.getStyleClass().add("screen");
        root.getChildren().add(new AnswerLine(context.widgets(), model.answer(), model.consequence()));
    }

    @Override
    public Node node() {
        return root;
    }
}
