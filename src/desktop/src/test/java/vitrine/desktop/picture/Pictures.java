package vitrine.desktop.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import vitrine.desktop.app.CompositionRoot;
import vitrine.desktop.app.Start;
import vitrine.desktop.i18n.Language;

/**
 * Draws the pictures of the documentation: every screen, light and dark, English and Chinese, at two window sizes. Run by
 * {@code src/desktop/pictures}; arguments: target folder, sample data folder, empty user folder, then optionally the
 * screens.
 */
public final class Pictures {
    private static final int[][] SIZES = {{1440, 900}, {1280, 800}};
    private static final int SETTLE_MILLIS = 700;

    private Pictures() {}

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        Files.createDirectories(target);
        Path home = Path.of(arguments[2]);
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        AtomicReference<Stage> stage = new AtomicReference<>();
        CompositionRoot root = new CompositionRoot(new Start(home, Path.of(arguments[1]), Optional.empty()));
        onScreen(() -> {
            Stage made = new Stage();
            root.open(made);
            stage.set(made);
        });
        await(() -> root.workspace().dataProperty().get().isPresent(), 60);
        PictureStory story = new PictureStory(root, stage.get());
        List<String> screens =
                arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : PictureStory.SCREENS;
        for (String screen : screens) {
            story.prepare(screen);
            for (Language language : Language.values()) {
                for (boolean dark : new boolean[] {false, true}) {
                    for (int[] size : SIZES) {
                        draw(root, stage.get(), target, screen, language, dark, size);
                    }
                }
            }
        }
        Platform.exit();
        System.exit(0);
    }

    private static void draw(
            CompositionRoot root, Stage stage, Path target, String screen, Language language, boolean dark, int[] size)
            throws Exception {
        onScreen(() -> {
            root.settings().languageProperty().set(language);
            root.settings().darkProperty().set(dark);
            stage.setWidth(size[0] + stage.getWidth() - stage.getScene().getWidth());
            stage.setHeight(size[1] + stage.getHeight() - stage.getScene().getHeight());
        });
        Thread.sleep(SETTLE_MILLIS);
        String name = screen + "-" + (dark ? "dark" : "light") + "-"
                + language.locale().getLanguage() + "-" + size[0] + "x" + size[1] + ".png";
        onScreen(() -> {
            WritableImage image = stage.getScene().snapshot(null);
            try {
                ImageIO.write(
                        SwingFXUtils.fromFXImage(image, null),
                        "png",
                        target.resolve(name).toFile());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            CutTexts.report(name, stage.getScene().getRoot());
        });
    }

    static void await(java.util.function.BooleanSupplier condition, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            AtomicReference<Boolean> held = new AtomicReference<>(false);
            onScreen(() -> held.set(condition.getAsBoolean()));
            if (held.get()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the window did not get there within " + seconds + " s");
    }

    static void onScreen(Runnable work) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Platform.runLater(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failure.set(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }
}
