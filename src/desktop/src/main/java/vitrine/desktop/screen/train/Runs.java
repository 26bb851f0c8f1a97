package vitrine.desktop.screen.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import vitrine.action.Models;
import vitrine.action.RunComparison;
import vitrine.action.TrainResult;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;
import vitrine.train.EpochRecord;

/** The runs of the study, and those ticked to stand on one chart; without a node. */
final class Runs {
    /** More lines on one chart cannot be told apart. */
    static final int MOST = 6;

    private static final String USUAL_SEED = "42";

    /** @param runs in the comparison's order */
    record Compared(List<ModelRun> runs, RunComparison comparison) {}

    private final Texts texts;
    private final Workspace workspace;
    private final TrainViewModel training;
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ObservableSet<String> ticked = FXCollections.observableSet();
    private final StringProperty measure = new SimpleStringProperty(this, "measure", RunComparison.MEASURES.get(0));
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
            new ReadOnlyObjectWrapper<>(this, "compared", Optional.empty());

    Runs(ScreenContext context, TrainViewModel training) {
        this.texts = context.texts();
        this.workspace = context.workspace();
        this.training = training;
        workspace.runs().addListener((ListChangeListener<ModelRun>) change -> {
            ticked.removeIf(id -> workspace.run(id).isEmpty());
            fill();
        });
        training.stateProperty().addListener((o, before, now) -> fill());
        training.curvesProperty().addListener((o, before, now) -> {
            if (before.epochs().size() != now.epochs().size()) {
                fill();
            }
        });
        texts.languageProperty().addListener((o, before, now) -> fill());
        ticked.addListener((SetChangeListener<String>) change -> compare());
        measure.addListener((o, before, now) -> compare());
        fill();
    }

    /** Newest first, above them the one that is training. */
    ObservableList<RunRow> rows() {
        return rows;
    }

    /** What is compared and by what. */
    StringProperty measureProperty() {
        return measure;
    }

    /** The ticked runs side by side; empty with fewer than two. */
    ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Ids of the ticked runs. */
    ObservableSet<String> ticked() {
        return ticked;
    }

    /** Whether a run can be ticked, or is. */
    boolean canTick(String id) {
        return ticked.contains(id) || ticked.size() < MOST;
    }

    void toggle(String id) {
        if (!ticked.remove(id) && canTick(id)) {
            ticked.add(id);
        }
    }

    void compareNothing() {
        ticked.clear();
    }

    private void compare() {
        List<ModelRun> runs = workspace.runs().stream()
                .filter(run -> ticked.contains(run.id()))
                .toList();
        compared.set(
                runs.size() < 2
                        ? Optional.empty()
                        : Optional.of(new Compared(
                                runs,
                                RunComparison.of(
                                        runs.stream().map(ModelRun::stored).toList(), measure.get()))));
    }

    private void fill() {
        List<RunRow> list = new ArrayList<>();
        live().ifPresent(list::add);
        workspace.runs().stream()
                .sorted(Comparator.comparingInt(run -> -run.number()))
                .map(this::row)
                .forEach(list::add);
        rows.setAll(list);
    }

    private Optional<RunRow> live() {
        String state =
                switch (training.stateProperty().get()) {
                    case RUNNING -> "train.run.running";
                    case PAUSED -> "train.run.paused";
                    case STOPPING -> "train.run.stopping";
                    default -> "";
                };
        return training.runningProperty().get().filter(r -> !state.isEmpty()).map(request -> {
            Curves curves = training.curvesProperty().get();
            Optional<EpochRecord> best = curves.best().stream()
                    .mapToObj(e -> curves.epochs().get(e - 1))
                    .findFirst();
            return new RunRow(
                    Optional.empty(),
                    "… " + texts.get("model." + request.model()),
                    texts.get("split." + request.split()),
                    settings(
                            Models.changedOfTyped(request.model(), request.parameters()),
                            String.valueOf(request.seed()),
                            Map.of()),
                    best.map(e -> e.validation().get("ndcg")),
                    best.map(e -> e.validation().get("hr")),
                    best.map(EpochRecord::epoch).orElse(0),
                    curves.epochs().stream().mapToDouble(EpochRecord::seconds).sum(),
                    state);
        });
    }

    private RunRow row(ModelRun run) {
        return new RunRow(
                Optional.of(run),
                name(run),
                texts.get("split." + run.result().provenance().split()),
                settings(
                        run.changed(),
                        String.valueOf(run.result().provenance().seed()),
                        run.result().parameters()),
                run.validation("ndcg"),
                run.validation("hr"),
                run.history().bestEpoch(),
                run.seconds(),
                state(run));
    }

    private static String state(ModelRun run) {
        if (run.result().parameters().containsKey("rewoundToEpoch")) {
            return "train.run.rewound";
        }
        if (run.history().epochs().isEmpty()) {
            return "train.run.computed";
        }
        return switch (run.ending()) {
            case FINISHED -> "train.run.done";
            case STOPPED_EARLY -> "train.run.early";
            case STOPPED -> "train.run.stopped";
            case DIVERGED -> "train.run.diverged";
        };
    }

    private String settings(Map<String, String> changed, String seed, Map<String, Object> recorded) {
        Map<String, String> all = new TreeMap<>(changed);
        if (!seed.equals(USUAL_SEED)) {
            all.put("seed", seed);
        }
        List<String> words = new ArrayList<>();
        Object turn = recorded.get("continuedAfterEpoch");
        if (turn != null) {
            words.add(texts.get("train.run.continued", turn));
        }
        words.addAll(all.entrySet().stream()
                .map(e -> label(e.getKey()) + " " + e.getValue())
                .toList());
        return words.isEmpty()
                ? texts.get("train.run.defaults")
                : words.stream().collect(Collectors.joining(texts.get("recommend.comma")));
    }

    /** By its flag, which is short; Chinese has short names of its own. */
    private String label(String parameter) {
        String key = "param." + parameter;
        return texts.language() == Language.CHINESE && texts.has(key) ? texts.get(key) : parameter;
    }

    /** Which of the compared runs is best. */
    StringBinding answer() {
        return texts.bind(() -> compared.get().map(this::answer).orElse(""), compared);
    }

    private String answer(Compared shown) {
        int count = shown.runs().size();
        String word = texts.get("train.compare." + shown.comparison().measure());
        return shown.comparison()
                .best()
                .map(best -> {
                    String value = texts.numbers().decimal(best.value(), 3);
                    String name = name(shown.runs().get(best.run()));
                    return best.epoch() == 0
                            ? texts.get("train.compare.best.computed", count, name, word, value)
                            : texts.get("train.compare.best", count, name, word, value, best.epoch());
                })
                .orElseGet(() -> texts.get("train.compare.none", count, word));
    }

    /** What the numbers were measured on, whether they can be compared, and who has none. */
    StringBinding consequence() {
        return texts.bind(() -> compared.get().map(this::consequence).orElse(""), compared);
    }

    private String consequence(Compared shown) {
        String sample = shown.comparison().sameSample() ? sample(shown) : texts.get("train.compare.other");
        String without = shown.comparison().without().stream()
                .map(i -> name(shown.runs().get(i)))
                .collect(Collectors.joining(texts.get("recommend.comma")));
        return without.isEmpty() ? sample : sample + " " + texts.get("train.compare.without", without);
    }

    /** Loss and accuracy are counted over fewer products than a target is ranked among. */
    private String sample(Compared shown) {
        List<ModelRun> without =
                shown.comparison().without().stream().map(shown.runs()::get).toList();
        TrainResult first = shown.runs().stream()
                .filter(run -> !without.contains(run))
                .findFirst()
                .orElse(shown.runs().get(0))
                .result();
        String split = texts.get("split." + first.provenance().split());
        String seed = String.valueOf(first.provenance().seed());
        Object negatives = first.parameters().getOrDefault("negatives", 0);
        return switch (shown.comparison().measure()) {
            case "loss", "accuracy" -> texts.get("train.compare.sample.counted", split, seed, negatives);
            default -> texts.get("train.compare.sample", split, seed);
        };
    }

    private String name(ModelRun run) {
        return run.letter() + " " + texts.get("model." + run.model());
    }
}
