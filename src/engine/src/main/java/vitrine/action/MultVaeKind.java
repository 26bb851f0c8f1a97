package vitrine.action;

import static vitrine.action.NeuralParameters.parameter;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vitrine.data.IdIndex;
import vitrine.model.MultVae;
import vitrine.model.MultVaeSettings;
import vitrine.network.Parameters;
import vitrine.run.WrongUsageException;
import vitrine.train.AutoencoderLearner;
import vitrine.train.Objective;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingSettings;

/** A variational autoencoder over a user's items. */
final class MultVaeKind implements ModelKind {
    private static final String HIDDEN = "hidden";
    private static final String LATENT = "latent";
    private static final String BETA = "beta";
    private static final String ANNEAL = "anneal";
    private static final String BATCH = "batch";
    private static final String NEGATIVES = "negatives";
    private static final String SAMPLING = "sampling";

    private static final MultVaeSettings D = MultVaeSettings.DEFAULTS;
    /** Few steps an epoch on small data, so many epochs: on ML-100K validation still rises after 230 steps of 500 users. */
    private static final NeuralParameters TEACHING =
            new NeuralParameters(new TrainingSettings(300, 500, 1e-3, 99, 30, 0));

    private static final List<HyperParameter> ALL = Stream.concat(
                    TEACHING.shown().stream().map(MultVaeKind::inUsers),
                    Stream.of(
                            parameter(HIDDEN, D.hidden(), "units before and behind the code, 1 to 2048"),
                            parameter(LATENT, D.latent(), "numbers in the code, 1 to 1024"),
                            parameter(BETA, "0.2", "weight of the code's divergence from a normal one, 0 to 1"),
                            parameter(ANNEAL, 100, "steps in which that weight rises from 0, 0 to 1000000")))
            .toList();

    private static final List<HyperParameter> FURTHER = TEACHING.further();

    private static HyperParameter inUsers(HyperParameter p) {
        return switch (p.name()) {
            case BATCH -> parameter(BATCH, p.defaultValue(), "users a step, 2 to 65536");
            case NEGATIVES ->
                parameter(NEGATIVES, p.defaultValue(), "sampled items loss and accuracy are measured among, 1 to 100");
            default -> p;
        };
    }

    @Override
    public String name() {
        return MultVae.NAME;
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

    /** Negatives only measure here: more of them make no better model. */
    @Override
    public SortedMap<String, SearchRange> ranges() {
        SortedMap<String, SearchRange> ranges = new TreeMap<>();
        ranges.put("lr", new SearchRange.LogUniform(2e-4, 1e-2));
        ranges.put(BATCH, new SearchRange.Choice(List.of("50", "100", "200", "500", "1000")));
        ranges.put(HIDDEN, new SearchRange.Choice(List.of("100", "200", "300", "600", "1000")));
        ranges.put(LATENT, new SearchRange.Choice(List.of("25", "50", "100", "200", "400")));
        ranges.put(BETA, new SearchRange.LogUniform(.05, 1));
        ranges.put(ANNEAL, new SearchRange.Choice(List.of("0", "100", "1000", "5000", "20000")));
        return ranges;
    }

    @Override
    public SortedMap<String, Object> recorded(ParameterValues values) {
        MultVaeSettings sizes = sizes(values);
        TrainingSettings training = NeuralParameters.training(values);
        if (training.sampling() != TEACHING.defaults().sampling()) {
            throw new WrongUsageException("multvae learns from all items at once, so leave out --" + SAMPLING + ".");
        }
        SortedMap<String, Object> recorded = TEACHING.record(training);
        recorded.put(HIDDEN, sizes.hidden());
        recorded.put(LATENT, sizes.latent());
        recorded.put(BETA, beta(values));
        recorded.put(ANNEAL, annealing(values));
        return recorded;
    }

    private static MultVaeSettings sizes(ParameterValues values) {
        return new MultVaeSettings(values.integer(HIDDEN), values.integer(LATENT));
    }

    private static double beta(ParameterValues values) {
        double beta = values.number(BETA);
        if (!(beta >= 0 && beta <= 1)) {
            throw new WrongUsageException("--beta must lie between 0 and 1, not " + beta + ".");
        }
        return beta;
    }

    private static int annealing(ParameterValues values) {
        int steps = values.integer(ANNEAL);
        if (steps < 0 || steps > 1_000_000) {
            throw new WrongUsageException("--anneal must lie between 0 and 1000000, not " + steps + ".");
        }
        return steps;
    }

    @Override
    public FittedModel fit(Fitting fitting) {
        ParameterValues values = fitting.values();
        SortedMap<String, Object> recorded = recorded(values);
        NeuralFit.requireTargets(fitting.split());
        TrainingSettings training = NeuralParameters.training(values);
        MultVaeSettings sizes = sizes(values);
        IdIndex users = fitting.split().log().users();
        IdIndex items = fitting.split().log().items();
        BatchRoom.require(training.batch(), Math.max(items.size(), Math.max(sizes.hidden(), sizes.latent())), "");
        Parameters parameters = Parameters.initial(MultVae.network(items.size(), sizes, 1), fitting.seed());
        MultVae model = new MultVae(users, items, sizes, parameters);
        AutoencoderLearner learner =
                new AutoencoderLearner(model, training, beta(values), annealing(values), fitting.seed());
        TrainingHistory history = NeuralFit.teach(learner, training, fitting);
        return new FittedModel(model, history, recorded);
    }
}
