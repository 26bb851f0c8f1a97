package vitrine.desktop.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vitrine.run.CancelledException;
import vitrine.run.Job;
import vitrine.run.JobContext;
import vitrine.run.VitrineException;

/** The one bridge from long work to the screen: jobs run on threads of their own, everything they say arrives on the FX thread. */
public final class Tasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
    private static final long TICK_MILLIS = 100;
    private static final long CLOSING_SECONDS = 2;
    private static final long WORTH_MENTIONING_MILLIS = 300;

    private final Executor screen;
    private final int threads;
    private final Function<Throwable, String> defectWords;
    private final ExecutorService workers;
    private final ScheduledExecutorService ticker;
    private final List<JobView> alive = new CopyOnWriteArrayList<>();
    private final ObservableList<JobView> shown = FXCollections.observableArrayList();
    private final ObservableList<JobView> readOnly = FXCollections.unmodifiableObservableList(shown);
    private final AtomicBoolean tickWaiting = new AtomicBoolean();

    /**
     * @param screen runs on the FX thread
     * @param threads how many threads one job may use
     * @param defectWords a sentence for a failure that no engine sentence describes
     */
    public Tasks(Executor screen, int threads, Function<Throwable, String> defectWords) {
        this.screen = screen;
        this.threads = threads;
        this.defectWords = defectWords;
        workers = Executors.newCachedThreadPool(daemons("vitrine-job-"));
        ticker = Executors.newSingleThreadScheduledExecutor(daemons("vitrine-tick-"));
        Future<?> unused = ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Jobs that run longer than a glance, oldest first. */
    public ObservableList<JobView> shown() {
        return readOnly;
    }

    /** A place in the window that shows the answer to one question at a time. */
    public Slot slot() {
        return new Slot(this);
    }

    <R> JobView start(
            ObservableValue<String> title,
            Job<R> job,
            Runnable onTick,
            Consumer<R> onResult,
            Consumer<Failure> onFailure) {
        JobView view = new JobView(title, onTick);
        alive.add(view);
        try {
            workers.execute(() -> run(view, job, onResult, onFailure));
            Future<?> unused = ticker.schedule(
                    () -> screen.execute(() -> mention(view)), WORTH_MENTIONING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("a job came after closing", closing);
        }
        return view;
    }

    private void mention(JobView view) {
        if (view.runningProperty().get()) {
            shown.add(view);
        }
    }

    private <R> void run(JobView view, Job<R> job, Consumer<R> onResult, Consumer<Failure> onFailure) {
        try {
            R result = job.run(new JobContext(view.progress(), view.token(), threads));
            finish(view, () -> onResult.accept(result));
        } catch (VitrineException e) {
            boolean cancelled = e instanceof CancelledException;
            finish(view, () -> onFailure.accept(new Failure(String.valueOf(e.getMessage()), cancelled, e)));
        } catch (RuntimeException | Error e) {
            LOG.error("a job failed in a way it should not", e);
            finish(view, () -> onFailure.accept(new Failure(defectWords.apply(e), false, e)));
        }
    }

    private void finish(JobView view, Runnable deliver) {
        alive.remove(view);
        screen.execute(() -> {
            view.ended();
            shown.remove(view);
            deliver.run();
        });
    }

    private void tick() {
        if (!alive.isEmpty() && tickWaiting.compareAndSet(false, true)) {
            screen.execute(() -> {
                tickWaiting.set(false);
                alive.forEach(JobView::tick);
            });
        }
    }

    /** Cancels everything and waits until the running jobs have ended, at most two seconds: a file half written is finished. */
    @Override
    public void close() {
        alive.forEach(JobView::cancel);
        ticker.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "a job did not end in time: {}",
                        alive.stream().map(v -> v.title().getValue()).toList());
            }
        } catch (InterruptedException e) {
            LOG.debug("closing was interrupted", e);
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
