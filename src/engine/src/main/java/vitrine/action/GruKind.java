package vitrine.action;

import static vitrine.action.NeuralParameters.parameter;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import vitrine.data.IdIndex;
import vitrine.model.Gru;
import vitrine.model.GruSettings;
import vitrine.network.Parameters;
import vitrine.run.WrongUsageException;
import vitrine.train.Objective;
import vitrine.train.SequenceLearner;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingSettings;

/** A gated recurrent unit over the history. */
final class GruKind implements ModelKind {
    private static final String DIM = "dim";
    private static final String HIDDEN = "hidden";
    private static final String HISTORY = "history";
    private static final String SOFTMAX = "softmax";
    private static final String FULL = "full";
    private static final String SAMPLED = "sampled";
    private static final String DROPOUT = "dropout";
    private static final String BATCH = "batch";

    private static final int GATES = 3;

    private static final GruSettings D = GruSettings.DEFAULTS;
    private static final NeuralParameters TEACHING =
            new NeuralParameters(new TrainingSettings(40, 64, 3e-3, 100, 5, 0));

    private static final List<HyperParameter> ALL = Stream.concat(
                    TEACHING.shown().stream()
                            .map(p -> p.name().equals(BATCH)
                                    ? parameter(BATCH, p.defaultValue(), "users' sequences a step, 2 to 65536")
                                    : p),
                    Stream.of(
                            parameter(DIM, D.dim(), "numbers in an item's vector, 1 to 256"),
                            parameter(HIDDEN, D.hidden(), "numbers in the state, 1 to 512"),
                            parameter(HISTORY, D.history(), "longest history looked at, 1 to 200"),
                            parameter(DROPOUT, 0.2, "share of numbers left out while learning, 0 to 0.9")))
            .toList();

    private static final List<HyperParameter> FURTHER = Stream.concat(
                    TEACHING.further().stream(),
                    Stream.of(new HyperParameter(
                            SOFTMAX,
                            SAMPLED,
                            "what the next item is told apart from: sampled negatives, or full: all",
                            List.of(SAMPLED, FULL))))
            .toList();

    @Override
    public String name() {
        return Gru.NAME;
    }

    @Override
    public Objective objective() {
        return Objective.SOFTMAX;
    }

    @Override
    public List<HyperParameter> parameters() {
        return ALL;
    }

    @Override
    public List<HyperParameter> furtherParameters() {
        return FURTHER;
    }

    /** A step is whole sequences and each moment has all negatives to itself, so fewer of the one and more of the other. */
    @Override
    public SortedMap<String, SearchRange> ranges() {
        SortedMap<String, SearchRange> ranges = ModelKind.super.ranges();
        ranges.put(BATCH, new SearchRange.Choice(List.of("16", "32", "64", "128", "256")));
        ranges.put("negatives", new SearchRange.Whole(20, 100));
        ranges.put(DIM, new SearchRange.Choice(List.of("16", "32", "64", "128")));
        ranges.put(HIDDEN, new SearchRange.Choice(List.of("32", "64", "128", "256")));
        ranges.remove("weight-decay");
        return ranges;
    }

    @Override
    public SortedMap<String, Object> recorded(ParameterValues values) {
        GruSettings sizes = sizes(values);
        SortedMap<String, Object> recorded = TEACHING.record(NeuralParameters.training(values));
        recorded.put(DIM, sizes.dim());
        recorded.put(HIDDEN, sizes.hidden());
        recorded.put(HISTORY, sizes.history());
        recorded.put(DROPOUT, dropout(values));
        recorded.put(SOFTMAX, isFull(values) ? FULL : SAMPLED);
        return recorded;
    }

    private static GruSettings sizes(ParameterValues values) {
        return new GruSettings(values.integer(DIM), values.integer(HIDDEN), values.integer(HISTORY));
    }

    private static double dropout(ParameterValues values) {
        double dropout = values.number(DROPOUT);
        if (!(dropout >= 0 && dropout <= 0.9)) {
            throw new WrongUsageException("--dropout must lie between 0 and 0.9, not " + dropout + ".");
        }
        return dropout;
    }

    private static boolean isFull(ParameterValues values) {
        String word = values.word(SOFTMAX);
        if (!word.equals(FULL) && !word.equals(SAMPLED)) {
            throw new WrongUsageException(
                    "--softmax must be one of " + SAMPLED + ", " + FULL + ", not \"" + word + "\".");
        }
        return word.equals(FULL);
    }

    private static void requireRoom(TrainingSettings training, GruSettings sizes, boolean full, int items) {
        long candidates = 1L + (full ? items : training.negatives());
        long widest = Math.max(candidates, Math.max(sizes.dim(), (long) GATES * sizes.hidden()));
        boolean bySoftmax = full && widest == candidates;
        BatchRoom.require(
                training.batch(),
                (1 + sizes.history()) * widest,
                bySoftmax ? ", or --" + SOFTMAX + " " + SAMPLED : ", or a shorter --" + HISTORY);
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        ParameterValues values = fitting.values();
        SortedMap<String, Object> recorded = recorded(values);
        NeuralFit.requireTargets(fitting.split());
        TrainingSettings training = NeuralParameters.training(values);
        GruSettings sizes = sizes(values);
        IdIndex users = fitting.split().log().users();
        IdIndex items = fitting.split().log().items();
        requireRoom(training, sizes, isFull(values), items.size());
        Parameters parameters =
                Parameters.initial(Gru.network(items.size(), sizes, sizes.history(), 1), fitting.seed());
        Gru model = new Gru(users, items, sizes, parameters);
        SequenceLearner learner = new SequenceLearner(model, training, isFull(values), dropout(values), fitting.seed());
        TrainingHistory history = NeuralFit.teach(learner, training, fitting);
        return new FittedModel(model, history, recorded);
    }
}
