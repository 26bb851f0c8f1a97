package vitrine.action;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vitrine.run.AtomicFiles;
import vitrine.run.BadInputException;
import vitrine.study.Study;
import vitrine.study.StudyStep;
import vitrine.train.EpochRecord;

/**
 * A study as a window keeps it: the requests made, the models trained, the reference to the data. Every change is on disk
 * at once. A study may stand on a read-only one that was shipped: that one's steps come first, new ones go to the own
 * folder.
 */
public final class StudySession {
    private static final String IMPORT = "import";
    private static final String TRAIN = "train";
    private static final String REWIND = "rewind";
    private static final String EXPLANATIONS = "explanations.json";
    private static final String VIEW = "view.json";
    private static final long MAX_VIEW_BYTES = 64 << 10;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final Logger LOGGER = LoggerFactory.getLogger(StudySession.class);
    private static final String LOG = ".run.json";

    private final String name;
    private final Path folder;
    private final Optional<Path> base;
    private final Optional<DataOptions> defaultData;
    private final Set<Path> handedOut = new HashSet<>();

    private StudySession(String name, Path folder, Optional<Path> base, Optional<DataOptions> defaultData) {
        this.name = name;
        this.folder = folder;
        this.base = base;
        this.defaultData = defaultData;
    }

    /** A study in a folder, empty when there is none yet; nothing is written before the first step. */
    public static StudySession in(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Study.openOrCreate(absolute);
        return new StudySession(String.valueOf(absolute.getFileName()), absolute, Optional.empty(), Optional.empty());
    }

    /**
     * The study shipped with Vitrine.
     *
     * @param sampleData the folder with the shop and, where it was shipped, the trained {@code sample-study}
     * @param folder where the user's own steps go
     */
    public static StudySession sample(Path sampleData, Path folder) {
        Path shipped = sampleData.resolve("sample-study");
        boolean trained = Files.isRegularFile(shipped.resolve("study.json"));
        return new StudySession(
                "online-retail",
                folder.toAbsolutePath().normalize(),
                trained ? Optional.of(shipped.toAbsolutePath().normalize()) : Optional.empty(),
                Optional.of(SampleShop.options(sampleData)));
    }

    public String name() {
        return name;
    }

    /** Whether this is the study shipped with Vitrine. */
    public boolean isSample() {
        return defaultData.isPresent();
    }

    public Path folder() {
        return folder;
    }

    /** The data of the last import; empty in a study without any. */
    public Optional<DataOptions> data() {
        Optional<DataOptions> own = lastImport(folder);
        if (own.isPresent()) {
            return own;
        }
        return defaultData.or(() -> base.flatMap(StudySession::lastImport));
    }

    private static Optional<DataOptions> lastImport(Path folder) {
        Study study = Study.openOrCreate(folder);
        List<StudyStep> steps = study.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            StudyStep step = steps.get(i);
            JsonNode data =
                    step.verb().equals(IMPORT) ? step.request() : step.request().path("data");
            if (data.isObject()) {
                return Optional.of(study.read(data, DataOptions.class));
            }
        }
        return Optional.empty();
    }

    /** The models that can still be opened, in the order of training. A model whose file is gone is left out. */
    public List<StoredRun> runs() {
        List<StoredRun> runs = new ArrayList<>();
        base.ifPresent(shipped -> addRuns(shipped, runs));
        addRuns(folder, runs);
        return List.copyOf(runs);
    }

    private static void addRuns(Path folder, List<StoredRun> runs) {
        Study study = Study.openOrCreate(folder);
        for (StudyStep step : study.steps()) {
            trained(study, step)
                    .flatMap(TrainRequest::out)
                    .filter(Files::isRegularFile)
                    .filter(file -> Files.isRegularFile(logOf(file)))
                    .ifPresent(file -> {
                        RunLog.Entry log = RunLog.read(logOf(file));
                        runs.add(new StoredRun(
                                idOf(file), file, log.result(), log.bestEpoch(), log.ending(), log.yardsticks()));
                    });
        }
    }

    private static Optional<TrainRequest> trained(Study study, StudyStep step) {
        return switch (step.verb()) {
            case TRAIN -> Optional.of(study.read(step.request(), TrainRequest.class));
            case REWIND -> Optional.of(study.read(step.request(), Rewind.class).training());
            default -> Optional.empty();
        };
    }

    /** Explanations checked before, the shipped ones first. */
    public List<StoredExplanation> explanations() {
        List<StoredExplanation> all = new ArrayList<>();
        base.ifPresent(shipped -> all.addAll(ExplanationLog.read(shipped.resolve(EXPLANATIONS))));
        all.addAll(ExplanationLog.read(folder.resolve(EXPLANATIONS)));
        return List.copyOf(all);
    }

    /**
     * Keeps a checked explanation.
     *
     * @throws BadInputException when the study's folder cannot be written
     */
    public synchronized void recordExplanation(StoredExplanation explanation) {
        ExplanationLog.add(folder.resolve(EXPLANATIONS), explanation);
    }

    /** Where its reader was last, at first where the shipped study begins; NOWHERE when that cannot be read. */
    public StudyView view() {
        Path own = folder.resolve(VIEW);
        Path file = Files.exists(own) ? own : base.map(b -> b.resolve(VIEW)).orElse(own);
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_VIEW_BYTES) {
                StudyView view = JSON.readValue(Files.readAllBytes(file), StudyView.class);
                return view == null ? StudyView.NOWHERE : view;
            }
        } catch (IOException e) {
            LOGGER.info("{} is not readable and is left aside", file, e);
        }
        return StudyView.NOWHERE;
    }

    /** @throws BadInputException when the study's folder cannot be written */
    public synchronized void recordView(StudyView view) {
        AtomicFiles.write(folder.resolve(VIEW), out -> out.write(JSON.writeValueAsBytes(view)));
    }

    /**
     * Where the next model of this study goes; its name is new in the study and is handed out once, since the file is there
     * only when its training has ended.
     */
    public synchronized Path nextModelFile(String model) {
        int number = 1;
        Path file;
        do {
            file = folder.resolve("models").resolve(model + "-" + number++ + ".vitrine");
        } while (Files.exists(file) || inBase(file) || !handedOut.add(file));
        return file;
    }

    private boolean inBase(Path file) {
        return base.map(b -> b.resolve("models").resolve(String.valueOf(file.getFileName())))
                .filter(Files::exists)
                .isPresent();
    }

    /** The file of this study's own cleaning list. */
    public Path cleaningFile() {
        return folder.resolve("cleaning.json");
    }

    public void recordImport(DataSession data) {
        Study.openOrCreate(folder).append(IMPORT, data.options(), data.result());
    }

    /**
     * @param request as it was run; its {@code out} is the model file
     * @return the run as {@link #runs} will list it
     * @throws BadInputException when the study's folder cannot be written
     */
    public StoredRun recordTrain(
            TrainRequest request, TrainedRun run, SortedMap<String, SortedMap<String, Double>> yardsticks) {
        return record(TRAIN, request, request, run, yardsticks);
    }

    /**
     * Keeps a run that was made by taking another back to an earlier epoch.
     *
     * @param request as the other was trained, with the new run's file as its {@code out}
     * @param run as {@link LiveTraining#rewind} made it
     * @return the run as {@link #runs} will list it
     * @throws BadInputException when the study's folder cannot be written
     */
    public StoredRun recordRewind(
            TrainRequest request, TrainedRun run, SortedMap<String, SortedMap<String, Double>> yardsticks) {
        return record(REWIND, request, new Rewind(request, run.history().bestEpoch()), run, yardsticks);
    }

    /** The step that takes a training back to an epoch. */
    private record Rewind(TrainRequest training, int epoch) {}

    private StoredRun record(
            String verb,
            TrainRequest request,
            Object step,
            TrainedRun run,
            SortedMap<String, SortedMap<String, Double>> yardsticks) {
        Path file = request.out()
                .orElseThrow(() -> new IllegalArgumentException("a run without a file cannot be kept in a study"));
        RunLog.write(logOf(file), new RunLog.Entry(run.result(), run.history().bestEpoch(), run.ending(), yardsticks));
        Study.openOrCreate(folder).append(verb, step, run.result());
        return new StoredRun(idOf(file), file, run.result(), run.history().bestEpoch(), run.ending(), yardsticks);
    }

    /**
     * Keeps a run's curves beside its model file, where a window that opens the study finds them. For a training whose step
     * is recorded elsewhere.
     *
     * @throws BadInputException when the file cannot be written
     */
    public static void keepCurves(TrainRequest request, TrainResult result) {
        request.out()
                .ifPresent(file -> RunLog.write(
                        logOf(file),
                        new RunLog.Entry(
                                result,
                                EpochRecord.best(result.epochs()),
                                TrainedRun.Ending.FINISHED,
                                new TreeMap<>())));
    }

    private static Path logOf(Path model) {
        return model.resolveSibling(idOf(model) + LOG);
    }

    private static String idOf(Path model) {
        return String.valueOf(model.getFileName()).replaceFirst("\\.vitrine$", "");
    }
}
