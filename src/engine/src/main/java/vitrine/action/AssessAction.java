package vitrine.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vitrine.action.AssessResult.NotFitting;
import vitrine.action.AssessResult.Row;
import vitrine.action.AssessResult.Sanity;
import vitrine.action.AssessResult.Spread;
import vitrine.assess.faithfulness.OrderTests;
import vitrine.assess.tournament.Contestant;
import vitrine.assess.tournament.Measure;
import vitrine.assess.tournament.MethodVerdict;
import vitrine.assess.tournament.Question;
import vitrine.assess.tournament.RandomisationCheck;
import vitrine.assess.tournament.Rerandomised;
import vitrine.assess.tournament.Tournament;
import vitrine.assess.tournament.TournamentOptions;
import vitrine.assess.tournament.TournamentResult;
import vitrine.explain.Explainer;
import vitrine.metric.MeanInterval;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.provenance.DataFingerprint;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;
import vitrine.run.WrongUsageException;

/** A tournament of explainers: which of them tells the truth about this model, and which does no better than controls? */
public final class AssessAction implements Action<AssessRequest, AssessResult> {
    private static final int FEWEST_ITEMS = 5;
    private static final List<String> CONTROLS = List.of(OrderTests.COSINE, OrderTests.POPULARITY, OrderTests.RANDOM);

    @Override
    public AssessResult run(AssessRequest request, JobContext context) {
        long start = System.nanoTime();
        List<Explainer> asked = request.methods().stream()
                .distinct()
                .filter(name -> !CONTROLS.contains(name))
                .map(Explainers::named)
                .toList();
        if (asked.isEmpty() && !request.methods().isEmpty()) {
            throw new WrongUsageException("--methods names controls only; they take part in every tournament. Name a"
                    + " method: " + String.join(", ", Explainers.names()) + ".");
        }
        ModelSession session = ModelSession.open(request.model());
        Recommender model = session.byHistory();
        requireHistory(model);
        List<NotFitting> notFitting = new ArrayList<>();
        List<Explainer> methods = new ArrayList<>();
        for (Explainer method : asked.isEmpty() ? registered() : asked) {
            Optional<String> objection = method.objection(model);
            if (objection.isPresent() && !asked.isEmpty()) {
                throw new CannotAnswerException(objection.get());
            }
            objection.ifPresentOrElse(
                    why -> notFitting.add(new NotFitting(method.name(), why)), () -> methods.add(method));
        }
        TournamentResult result = new Tournament(
                        model,
                        session.itemUsers(),
                        session.itemUsers(),
                        TournamentOptions.of(request.seeds(), request.budget(), request.seed()))
                .run(
                        questions(session, request),
                        methods,
                        Rerandomised.of(session.model(), session::byHistory),
                        context);
        if (result.users() == 0) {
            throw new CannotAnswerException("For none of the users drawn does the history move the recommendation's"
                    + " score enough to test an explanation. Ask more users (--users), or train the model longer.");
        }
        TournamentTests tests = new TournamentTests(result.contestants(), request.seed());
        return new AssessResult(
                session.model().name(),
                sha256(request.model()),
                result.users(),
                result.notTestable(),
                request.itemsPerUser(),
                session.foldsIn(),
                request.budget(),
                request.seeds(),
                request.seed(),
                result.layers(),
                result.contestants().stream()
                        .map(c -> row(c, result, tests, request.budget()))
                        .toList(),
                tests.all(),
                notFitting,
                (System.nanoTime() - start) / 1e9);
    }

    private static String sha256(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return DataFingerprint.sha256(digest -> digest.update(bytes));
        } catch (IOException e) {
            throw new BadInputException("The model file " + file + " could not be read again: " + e.getMessage(), e);
        }
    }

    private static void requireHistory(Recommender model) {
        if (!model.readsHistory()) {
            throw new CannotAnswerException("The model \"" + model.name() + "\" does not read a history: removing any"
                    + " action changes nothing, so there is nothing to explain or to test.");
        }
    }

    /** All methods but those that are controls here. */
    private static List<Explainer> registered() {
        return Explainers.names().stream()
                .filter(name -> !CONTROLS.contains(name))
                .map(Explainers::named)
                .toList();
    }

    /** The first recommendations of a seeded sample of the users with enough history. */
    private static List<Question> questions(ModelSession session, AssessRequest request) {
        int[] users = IntStream.range(0, session.model().users().size()).toArray();
        SeededRandom.stream(request.seed(), "assess-users", 0).shuffle(users);
        List<Question> questions = new ArrayList<>();
        int drawn = 0;
        for (int i = 0; i < users.length && drawn < request.users(); i++) {
            Query asked = session.query(Optional.of(session.model().users().id(users[i])), Optional.empty());
            if (asked.history().length < FEWEST_ITEMS) {
                continue;
            }
            drawn++;
            Query query = CheckedExplanation.question(session, asked);
            int[] items = RankedItems.of(session.model(), asked, session.unseen(asked), request.itemsPerUser())
                    .items();
            for (int item : items) {
                questions.add(new Question(users[i], query, item, session.outsideHistory(query)));
            }
        }
        if (questions.isEmpty()) {
            throw new BadInputException("No user of the model has a history of at least " + FEWEST_ITEMS
                    + " items and an item left to recommend, so no explanation can be tested.");
        }
        return questions;
    }

    private static Row row(Contestant one, TournamentResult result, TournamentTests tests, int budget) {
        Spread evaluations = spread(one, Measure.EVALUATIONS);
        Spread gradients = spread(one, Measure.GRADIENTS);
        return new Row(
                one.name(),
                one.control(),
                one.users(),
                spread(one, Measure.POS5),
                spread(one, Measure.NEG5),
                spread(one, Measure.DEL),
                spread(one, Measure.INS),
                spread(one, Measure.F),
                spread(one, Measure.CDCG),
                spread(one, Measure.INFIDELITY),
                one.randomisation().map(AssessAction::sanity).orElse(null),
                spread(one, Measure.MILLISECONDS),
                evaluations,
                gradients,
                withinBudget(one, budget),
                one.control() || one.users() < MethodVerdict.FEWEST_USERS
                        ? null
                        : MethodVerdict.of(
                                        tests.interval(one, result.contestant(OrderTests.COSINE)), one.randomisation())
                                .code());
    }

    private static @Nullable Boolean withinBudget(Contestant one, int budget) {
        double[] evaluations = one.values(Measure.EVALUATIONS);
        double[] gradients = one.values(Measure.GRADIENTS);
        OptionalDouble most = IntStream.range(0, evaluations.length)
                .mapToDouble(user -> evaluations[user] + gradients[user])
                .filter(Double::isFinite)
                .max();
        return most.isPresent() ? most.getAsDouble() <= budget : null;
    }

    private static Spread spread(Contestant one, Measure measure) {
        double[] values =
                Arrays.stream(one.values(measure)).filter(Double::isFinite).toArray();
        if (values.length == 0) {
            return new Spread(null, null);
        }
        MeanInterval interval = MeanInterval.of(values);
        return new Spread(interval.mean(), values.length == 1 ? null : (Double) interval.sd());
    }

    private static Sanity sanity(RandomisationCheck check) {
        return new Sanity(
                check.correlation(),
                finite(check.sd()),
                finite(check.upper()),
                check.users(),
                check.isJudged() ? (Boolean) check.passes() : null,
                check.curve());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
