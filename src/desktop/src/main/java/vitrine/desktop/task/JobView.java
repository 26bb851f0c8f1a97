package vitrine.desktop.task;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import vitrine.run.CancellationSource;
import vitrine.run.PauseSwitch;
import vitrine.run.Progress;
import vitrine.run.TimeLeft;

/** A running job as the screen sees it. All properties change on the FX thread, at most ten times a second. */
public final class JobView {
    /** Where the job is. */
    public enum State {
        RUNNING,
        PAUSED,
        STOPPING,
        ENDED
    }

    private record Report(String stage, long done, long total) {}

    private final ObservableValue<String> title;
    private final CancellationSource cancellation = new CancellationSource();
    private final PauseSwitch pause = new PauseSwitch(cancellation);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", true);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyObjectWrapper<Optional<Duration>> timeLeft =
            new ReadOnlyObjectWrapper<>(this, "timeLeft", Optional.empty());
    private final Runnable onTick;
    private volatile Report latest = new Report("", 0, 0);
    private Report shown = latest;
    private TimeLeft clock = new TimeLeft(System.nanoTime(), 0);

    JobView(ObservableValue<String> title, Runnable onTick) {
        this.title = title;
        this.onTick = onTick;
    }

    /** What is being done, in the window's language. */
    public ObservableValue<String> title() {
        return title;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** True until the job has ended, paused or not. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** 0 to 1; negative while unknown. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** Estimated from the share done, silent for the first two seconds. */
    public ReadOnlyObjectProperty<Optional<Duration>> timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** The job ends soon after, and its failure says {@link Failure#cancelled}. */
    public void cancel() {
        cancellation.cancel();
        if (state.get() != State.ENDED) {
            state.set(State.STOPPING);
        }
    }

    /** The job waits at its next look at the switch; memory stays. */
    public void pause() {
        if (state.get() == State.RUNNING) {
            pause.pause();
            state.set(State.PAUSED);
        }
    }

    public void resume() {
        if (state.get() == State.PAUSED) {
            pause.resume();
            clock = new TimeLeft(System.nanoTime(), latest.done());
            state.set(State.RUNNING);
        }
    }

    PauseSwitch token() {
        return pause;
    }

    Progress progress() {
        return (stage, done, total) -> latest = new Report(stage, done, total);
    }

    /** Takes over what the working thread last said; on the FX thread. */
    void tick() {
        Report report = latest;
        if (state.get() == State.RUNNING && !report.equals(shown)) {
            if (report.total() != shown.total() || report.done() < shown.done()) {
                clock = new TimeLeft(System.nanoTime(), report.done());
            }
            shown = report;
            fraction.set(report.total() > 0 ? (double) report.done() / report.total() : -1);
            timeLeft.set(clock.estimate(System.nanoTime(), report.done(), report.total()));
        }
        onTick.run();
    }

    void ended() {
        onTick.run();
        state.set(State.ENDED);
        running.set(false);
    }
}
