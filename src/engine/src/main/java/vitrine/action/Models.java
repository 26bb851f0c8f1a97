package vitrine.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.NoSplit;
import vitrine.data.split.RatioSplit;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.data.split.StratifiedSplit;
import vitrine.data.split.TemporalSplit;
import vitrine.model.LiteralCnn;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;
import vitrine.train.Objective;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingState;

/** The registry of models and splits. */
public final class Models {
    private static final List<ModelKind> KINDS = List.of(
            new CnnKind(),
            new NeuMfKind(),
            new ItemKnnKind(),
            new EaseKind(),
            new BprKind(),
            new PopularityKind(),
            new ContextKind());
    /** Kept to be measured (evaluate by name), not offered for work. */
    private static final List<ModelKind> COMPARISONS =
            List.of(new LiteralKind(LiteralCnn.Reading.SEQUENCE), new LiteralKind(LiteralCnn.Reading.TWO_TOKENS));

    private static final List<String> SPLITS =
            List.of("none", "loo", "temporal", RatioSplit.NAME, StratifiedSplit.NAME);

    private Models() {}

    /** Names that are offered for work. */
    public static List<String> names() {
        return KINDS.stream().map(ModelKind::name).toList();
    }

    /** The hyper-parameters of a model, with defaults and one line of help each. */
    public static List<HyperParameter> parameters(String model) {
        return kind(model).parameters();
    }

    /** Hyper-parameters a model has beyond those: how negatives are drawn, warm-up, clipping. Their values may be words. */
    public static List<HyperParameter> furtherParameters(String model) {
        return kind(model).furtherParameters();
    }

    /** Every hyper-parameter's value, as provenance keeps it. */
    static SortedMap<String, Object> recorded(String model, Map<String, String> given) {
        ModelKind kind = kind(model);
        return kind.recorded(values(kind, given));
    }

    private static ParameterValues values(ModelKind kind, Map<String, String> given) {
        List<HyperParameter> known = Stream.concat(kind.parameters().stream(), kind.furtherParameters().stream())
                .toList();
        return new ParameterValues(kind.name(), known, given);
    }

    /** What someone who knows nothing of users and items reaches in the training of a model: a history without epochs. */
    public static TrainingHistory ignorance(String model, int negatives) {
        return TrainingHistory.of(List.of(), objective(model), negatives, 0);
    }

    /** Whether a model is taught which of two items stands above, not what each one is worth. */
    public static boolean learnsPairs(String model) {
        return objective(model) == Objective.PAIRWISE;
    }

    static Objective objective(String model) {
        return kind(model).objective();
    }

    static void requireKnown(String model) {
        kind(model);
    }

    /** Names of the ways to hold data out. */
    public static List<String> splits() {
        return SPLITS;
    }

    static boolean isName(String model) {
        return all().anyMatch(kind -> kind.name().equals(model));
    }

    /** Of a log about whose users and items nothing else is known. */
    static FittedModel fit(
            String model,
            Split split,
            Map<String, String> given,
            long seed,
            JobContext context,
            TrainingListener listener) {
        Catalogs nothing = Catalogs.empty(split.log());
        return fit(model, split, nothing, given, seed, context, listener, Optional.empty());
    }

    /** @param from where an earlier training of the same model, data and values stopped */
    static FittedModel fit(
            String model,
            Split split,
            Catalogs catalogs,
            Map<String, String> given,
            long seed,
            JobContext context,
            TrainingListener listener,
            Optional<TrainingState> from) {
        ModelKind kind = kind(model);
        return kind.fit(new Fitting(split, catalogs, values(kind, given), seed, context, listener, from));
    }

    /** @param seed of the splits that draw */
    static Splitter splitter(String name, long seed) {
        return switch (name) {
            case "none" -> new NoSplit();
            case "loo" -> new LeaveOneOut();
            case "temporal" -> new TemporalSplit();
            case RatioSplit.NAME -> new RatioSplit(seed);
            case StratifiedSplit.NAME -> new StratifiedSplit(seed);
            default ->
                throw new WrongUsageException(
                        "There is no split \"" + name + "\". Known: " + String.join(", ", SPLITS) + ".");
        };
    }

    private static Stream<ModelKind> all() {
        return Stream.concat(KINDS.stream(), COMPARISONS.stream());
    }

    private static ModelKind kind(String model) {
        return all().filter(kind -> kind.name().equals(model))
                .findFirst()
                .orElseThrow(() -> new WrongUsageException(
                        "There is no model \"" + model + "\" yet. Known: " + String.join(", ", names()) + "."));
    }
}
