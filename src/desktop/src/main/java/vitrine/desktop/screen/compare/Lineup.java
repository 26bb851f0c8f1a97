package vitrine.desktop.screen.compare;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import vitrine.action.LiveComparison;
import vitrine.action.Misfit;
import vitrine.assess.Protocols;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;

/**
 * What is about to be compared: runs of the study, protocol and cut-off. Until the analyst chooses any of them or evaluates,
 * the best run and, where the study has one trained on the same split, EASE.
 */
final class Lineup {
    static final int LEAST = 2;
    static final int MOST = 4;
    static final String PLAIN = "ease";
    static final List<Integer> CUT_OFFS = List.of(5, 10, 20, 50);

    private static final String USUAL_PROTOCOL = "loo-full";
    private static final int USUAL_CUT_OFF = 10;
    private static final long USUAL_SEED = 42;

    /** A run that cannot be measured as the others are. */
    record Odd(ModelRun run, Misfit why) {}

    private final Workspace workspace;
    private final ObservableList<ModelRun> runs = FXCollections.observableArrayList();
    /** Kept, since a read-only view listens weakly and dies with its last holder. */
    private final ObservableList<ModelRun> shown = FXCollections.unmodifiableObservableList(runs);

    private final StringProperty protocol = new SimpleStringProperty(this, "protocol", USUAL_PROTOCOL);
    private final IntegerProperty cutOff = new SimpleIntegerProperty(this, "cutOff", USUAL_CUT_OFF);
    private boolean chosen;
    private Optional<Path> awaited = Optional.empty();
    private Optional<String> replaced = Optional.empty();

    Lineup(Workspace workspace) {
        this.workspace = workspace;
        workspace.studyProperty().addListener((o, before, now) -> {
            chosen = false;
            awaited = Optional.empty();
            runs.clear();
        });
        workspace.runs().addListener((ListChangeListener<ModelRun>) change -> follow());
        protocol.addListener((o, before, now) -> choose());
        cutOff.addListener((o, before, now) -> choose());
        follow();
    }

    /** The chosen runs, in the order of training. */
    ObservableList<ModelRun> runs() {
        return shown;
    }

    StringProperty protocolProperty() {
        return protocol;
    }

    /** Places that count. */
    IntegerProperty cutOffProperty() {
        return cutOff;
    }

    boolean contains(ModelRun run) {
        return runs.contains(run);
    }

    /** Whether a run can be chosen, or is. */
    boolean canToggle(ModelRun run) {
        return contains(run) || runs.size() < MOST;
    }

    /** From now on only the analyst changes what is compared: a run that arrives does not. */
    void choose() {
        chosen = true;
    }

    void toggle(ModelRun run) {
        if (canToggle(run)) {
            choose();
            if (!runs.remove(run)) {
                take(run);
            }
        }
    }

    /** The run with this model file joins as soon as the study has it, in place of another where one is named. */
    void await(Path file, Optional<String> inPlaceOf) {
        awaited = Optional.of(file);
        replaced = inPlaceOf;
    }

    /** Of what the protocol draws: as the first run was trained that it fits. */
    long seed() {
        String split = LiveComparison.split(protocol.get());
        return runs.stream()
                .map(run -> run.result().provenance())
                .filter(made -> made.split().equals(split))
                .findFirst()
                .map(made -> made.seed())
                .orElse(USUAL_SEED);
    }

    LiveComparison.Question question() {
        return new LiveComparison.Question(
                runs.stream()
                        .map(run -> new LiveComparison.Entry(run.id(), run.session()))
                        .toList(),
                protocol.get(),
                cutOff.get(),
                seed());
    }

    /** The chosen runs that cannot stand beside the others; none while the data are not loaded. */
    List<Odd> odd() {
        return workspace
                .dataProperty()
                .get()
                .map(LiveComparison::new)
                .map(data -> runs.stream()
                        .flatMap(run -> data.misfit(run.session(), protocol.get(), seed()).stream()
                                .map(why -> new Odd(run, why)))
                        .toList())
                .orElse(List.of());
    }

    private void follow() {
        runs.removeIf(run -> !workspace.runs().contains(run));
        Optional<ModelRun> arrived = awaited.flatMap(file ->
                workspace.runs().stream().filter(run -> run.file().equals(file)).findFirst());
        if (arrived.isPresent()) {
            awaited = Optional.empty();
            choose();
            replaced.ifPresent(id -> runs.removeIf(run -> run.id().equals(id)));
            if (runs.size() < MOST && !runs.contains(arrived.get())) {
                take(arrived.get());
            }
        } else if (!chosen) {
            takeUsual();
        }
    }

    private void takeUsual() {
        Optional<ModelRun> best = workspace.runs().stream()
                .max(Comparator.<ModelRun, Boolean>comparing(run -> !run.model().equals(PLAIN))
                        .thenComparing(run -> run.validation("ndcg").orElse(0.0)));
        List<ModelRun> usual = best.stream()
                .flatMap(run -> java.util.stream.Stream.concat(best.stream(), plain(run).stream()))
                .distinct()
                .sorted(Comparator.comparingInt(ModelRun::number))
                .toList();
        if (!usual.equals(runs)) {
            runs.setAll(usual);
        }
        best.flatMap(run -> Protocols.NAMES.stream()
                        .filter(name -> !name.equals("loo99"))
                        .filter(name -> LiveComparison.split(name)
                                .equals(run.result().provenance().split()))
                        .findFirst())
                .ifPresent(protocol::set);
        // This protocol was not the analyst's choice.
        chosen = false;
    }

    private Optional<ModelRun> plain(ModelRun best) {
        return workspace.runs().stream()
                .filter(run -> run.model().equals(PLAIN))
                .filter(run -> run.result()
                        .provenance()
                        .split()
                        .equals(best.result().provenance().split()))
                .reduce((earlier, later) -> later);
    }

    private void take(ModelRun run) {
        int at = 0;
        while (at < runs.size() && runs.get(at).number() < run.number()) {
            at++;
        }
        runs.add(at, run);
    }
}
