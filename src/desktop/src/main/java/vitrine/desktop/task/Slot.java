package vitrine.desktop.task;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import vitrine.run.Job;

/**
 * One question at a time: a new request cancels the one before it, and an answer that comes too late is dropped, never
 * shown for the wrong question. Used from the FX thread only.
 */
public final class Slot {
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<JobView>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private long newest;

    Slot(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The running job, if any. */
    public ReadOnlyObjectProperty<Optional<JobView>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /**
     * @param title what is being done, for the status bar
     * @param onResult on the FX thread, only if this is still the newest request
     * @param onFailure likewise; also after a cancel by the user
     */
    public <R> JobView run(
            ObservableValue<String> title, Job<R> job, Consumer<R> onResult, Consumer<Failure> onFailure) {
        return run(title, job, () -> {}, onResult, onFailure);
    }

    /** @param onTick ten times a second on the FX thread while the job runs, and once when it has ended */
    public <R> JobView run(
            ObservableValue<String> title,
            Job<R> job,
            Runnable onTick,
            Consumer<R> onResult,
            Consumer<Failure> onFailure) {
        current.get().ifPresent(JobView::cancel);
        long mine = ++newest;
        JobView view = tasks.start(
                title,
                job,
                () -> {
                    if (mine == newest) {
                        onTick.run();
                    }
                },
                result -> {
                    if (mine == newest) {
                        current.set(Optional.empty());
                        onResult.accept(result);
                    }
                },
                failure -> {
                    if (mine == newest) {
                        current.set(Optional.empty());
                        onFailure.accept(failure);
                    }
                });
        current.set(Optional.of(view));
        return view;
    }

    /** Stops the running job; its failure is still delivered, so that the screen can say what was kept. */
    public void cancel() {
        current.get().ifPresent(JobView::cancel);
    }

    /** Stops the running job and forgets it: nothing is delivered. */
    public void drop() {
        newest++;
        current.get().ifPresent(JobView::cancel);
        current.set(Optional.empty());
    }
}
