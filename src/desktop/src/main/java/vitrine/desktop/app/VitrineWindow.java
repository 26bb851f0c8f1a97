package vitrine.desktop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.settings.UserFolder;

/** The JavaFX application: finds its folders and hands over to the {@link CompositionRoot}. */
public final class VitrineWindow extends Application {
    private @Nullable CompositionRoot root;

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        Start from = new Start(
                UserFolder.of(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ".")),
                Path.of(System.getProperty("vitrine.root", "."), "sample-data"),
                arguments.isEmpty() ? Optional.empty() : Optional.of(Path.of(arguments.get(0))));
        root = new CompositionRoot(from);
        root.open(stage);
    }

    @Override
    public void stop() {
        if (root != null) {
            root.close();
        }
    }
}
