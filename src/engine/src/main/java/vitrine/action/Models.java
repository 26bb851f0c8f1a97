package vitrine.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
            new GruKind(),
            new MultVaeKind(),
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

    /** What a search draws each hyper-parameter of a model from. */
    static SortedMap<String, SearchRange> ranges(String model) {
        return kind(model).ranges();
    }

    /** Every hyper-parameter's value, as provenance keeps it. */
    static SortedMap<String, Object> recorded(String model, Map<String, String> given) {
        ModelKind kind = kind(model);
        return kind.recorded(values(kind, given));
    }

    /**
     * Why a model would refuse these values, before any data are read.
     *
     * @param given by flag name; what is absent has its default
     * @return the sentence a training would end with; empty when the values are possible
     */
    public static Optional<String> refusal(String model, Map<String, String> given) {
        try {
            recorded(model, given);
            return Optional.empty();
        } catch (WrongUsageException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /**
     * The hyper-parameters of a run that are not the model's defaults.
     *
     * @param recorded as {@link TrainResult#parameters} has them
     * @return by name, as they would be typed
     */
    public static SortedMap<String, String> changed(String model, Map<String, Object> recorded) {
        Map<String, Object> defaults = recorded(model, Map.of());
        SortedMap<String, String> changed = new TreeMap<>();
        Stream.concat(parameters(model).stream(), furtherParameters(model).stream())
                .map(HyperParameter::name)
                .filter(recorded::containsKey)
                .filter(name -> !String.valueOf(recorded.get(name)).equals(String.valueOf(defaults.get(name))))
                .forEach(name -> changed.put(name, String.valueOf(recorded.get(name))));
        return changed;
    }

    /** The same of values as they are typed. */
    public static SortedMap<String, String> changedOfTyped(String model, Map<String, String> given) {
        return changed(model, recorded(model, given));
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

    /** What a model's scores are taught by: what its loss and accuracy mean. */
    public static Objective objective(String model) {
        return kind(model).objective();
    }

    /** Names of the ways to hold data out. */
    public static List<String> splits() {
        return SPLITS;
    }

    static boolean isName(String model) {
        return all().anyMatch(kind -> kind.name().equals(model));
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
