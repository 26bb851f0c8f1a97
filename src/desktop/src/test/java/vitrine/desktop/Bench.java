package vitrine.desktop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vitrine.action.StudySession;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.settings.Settings;
import vitrine.desktop.task.Tasks;
import vitrine.desktop.workspace.Workspace;

/** A window without a window: one thread plays the FX thread, so that view models run as they do on screen. */
public final class Bench implements AutoCloseable {
    private final AtomicReference<Throwable> uncaught = new AtomicReference<>();
    private final ExecutorService screen =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
                @Override
                protected void afterExecute(Runnable work, Throwable why) {
                    if (why != null) {
                        uncaught.compareAndSet(null, why);
                    }
                }
            };
    private final Texts texts = new Texts(Language.ENGLISH);
    private final Tasks tasks = new Tasks(screen, 1, String::valueOf);
    private final Workspace workspace;
    private final ScreenContext context;
    private String shown = "";

    public Bench(Path home) {
        workspace = new Workspace(tasks, texts, home.resolve("studies"));
        context = new ScreenContext(texts, new Settings(), tasks, workspace, new Widgets(texts), key -> shown = key);
    }

    public ScreenContext context() {
        return context;
    }

    public Workspace workspace() {
        return workspace;
    }

    public String shown() {
        return shown;
    }

    /** Opens a little shop: 40 users in two tastes, 16 products. */
    public Bench withShop(Path folder) {
        return withShop(folder, LittleShop.write(folder));
    }

    /** The same with users enough to calibrate on. */
    public Bench withLargerShop(Path folder) {
        return withShop(folder, LittleShop.write(folder, 120));
    }

    private Bench withShop(Path folder, Path file) {
        call(() -> {
            workspace.open(StudySession.in(folder.resolve("study")));
            workspace.openData(vitrine.action.DataOptions.of(file));
            return true;
        });
        await(() -> workspace.dataProperty().get().isPresent());
        return this;
    }

    /** On the thread that plays the FX thread. */
    public <T> T call(Supplier<T> work) {
        Future<T> result = screen.submit((java.util.concurrent.Callable<T>) work::get);
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return Optional.empty();
        });
    }

    public void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within a minute");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What the FX thread would only have printed fails the test. */
    @Override
    public void close() {
        tasks.close();
        screen.shutdownNow();
        Throwable why = uncaught.get();
        if (why != null) {
            throw new AssertionError("the thread that plays the FX thread died", why);
        }
    }
}
