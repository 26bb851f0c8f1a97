package vitrine.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vitrine.action.SearchResult.Trial;
import vitrine.assess.Protocol;
import vitrine.assess.Protocols;
import vitrine.data.CatalogFingerprint;
import vitrine.data.LogFingerprint;
import vitrine.data.ingest.ReadResult;
import vitrine.data.split.Split;
import vitrine.model.Recommender;
import vitrine.run.CancelledException;
import vitrine.run.DivergedException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingListener;

/**
 * Searches hyper-parameters on validation data: the protocol is applied once to set the test aside, then again inside what
 * is left, as a log that does not have the test rows. Candidate i is drawn from a stream of its own, so a search that is
 * continued draws what it would have drawn. Random search: Bergstra and Bengio, 2012; successive halving with a third kept:
 * Jamieson and Talwalkar, 2016.
 */
public final class SearchAction implements Action<SearchRequest, SearchResult> {
    public static final String RANDOM = "random";
    public static final String HALVING = "halving";
    private static final List<String> METRICS = List.of("hr", "ndcg", "precision", "recall", "map", "mrr", "auc");
    private static final String EPOCHS = "epochs";
    private static final int KEPT = 3;
    private static final int RUNGS = 3;
    private static final int MOST = 10_000;

    @Override
    public SearchResult run(SearchRequest request, JobContext context) {
        Protocol protocol = Protocols.named(request.protocol(), request.k(), request.seed());
        SortedMap<String, SearchRange> ranges = check(request);
        long start = System.nanoTime();
        ReadResult read = DataLoading.read(request.data(), context);
        Split inner =
                protocol.splitter().split(protocol.splitter().split(read.log()).trainingLog());
        TrialLog log = TrialLog.open(request.trials(), question(request, read));
        int resumed = log.trials().size();
        long deadline = request.minutes().isPresent()
                ? start + (long) (request.minutes().getAsDouble() * 60e9)
                : Long.MAX_VALUE;
        Candidates candidates = new Candidates(request, protocol, read, inner, ranges, log);
        boolean complete = climb(request, candidates, deadline, context);
        SortedMap<String, String> words = new TreeMap<>();
        ranges.forEach((name, range) -> words.put(name, range.toString()));
        List<Trial> trials = log.trials();
        return new SearchResult(
                request.model(),
                protocol.name() + ", validation",
                request.metric(),
                request.strategy(),
                request.budget(),
                words,
                trials,
                trials.stream().filter(Trial::full).filter(Trial::measured).max(BETTER),
                complete,
                resumed,
                (System.nanoTime() - start) / 1e9);
    }

    private static final Comparator<Trial> BETTER = Comparator.comparingDouble(Trial::standing)
            .thenComparing(Comparator.comparingInt(Trial::candidate).reversed());

    private static SortedMap<String, SearchRange> check(SearchRequest request) {
        Models.recorded(request.model(), request.parameters());
        SortedMap<String, SearchRange> ranges = new TreeMap<>(Models.ranges(request.model()));
        ranges.keySet().removeAll(request.parameters().keySet());
        if (ranges.isEmpty()) {
            throw new WrongUsageException("There is nothing to search: " + request.model()
                    + " has no hyper-parameter with a range that is not given already.");
        }
        if (!METRICS.contains(request.metric())) {
            throw new WrongUsageException("There is no measure \"" + request.metric() + "\" to search by. Known: "
                    + String.join(", ", METRICS) + ".");
        }
        if (!List.of(RANDOM, HALVING).contains(request.strategy())) {
            throw new WrongUsageException(
                    "There is no strategy \"" + request.strategy() + "\". Known: " + RANDOM + ", " + HALVING + ".");
        }
        if (request.budget() < 1 || request.budget() > MOST) {
            throw new WrongUsageException(
                    "--budget must lie between 1 and " + MOST + ", not " + request.budget() + ".");
        }
        if (request.strategy().equals(HALVING) && !hasEpochs(request.model())) {
            throw new WrongUsageException(request.model() + " has no epochs to train less of, so --strategy halving"
                    + " cannot be used. Use --strategy random.");
        }
        return ranges;
    }

    private static boolean hasEpochs(String model) {
        return Models.parameters(model).stream().anyMatch(p -> p.name().equals(EPOCHS));
    }

    /** What trials depend on; budget and minutes may change when a search is continued, but not under halving. */
    private static SortedMap<String, String> question(SearchRequest request, ReadResult read) {
        SortedMap<String, String> question = new TreeMap<>();
        question.put("data", LogFingerprint.of(read.log()));
        question.put("items", CatalogFingerprint.of(read.items()));
        question.put("users", CatalogFingerprint.of(read.users()));
        question.put("fixed", new TreeMap<>(request.parameters()).toString());
        question.put("k", String.valueOf(request.k()));
        question.put("metric", request.metric());
        question.put("model", request.model());
        question.put("protocol", request.protocol());
        question.put("seed", String.valueOf(request.seed()));
        question.put("strategy", request.strategy());
        if (request.strategy().equals(HALVING)) {
            question.put("budget", String.valueOf(request.budget()));
        }
        return question;
    }

    /** @return whether everything was tried */
    private static boolean climb(SearchRequest request, Candidates candidates, long deadline, JobContext context) {
        boolean halving = request.strategy().equals(HALVING);
        int rungs = halving ? RUNGS : 1;
        List<Integer> left = IntStream.range(0, request.budget()).boxed().toList();
        JobContext limited = new JobContext(
                Progress.NONE,
                () -> context.cancellation().isCancelled() || System.nanoTime() > deadline,
                context.threads());
        for (int rung = 0; rung < rungs; rung++) {
            String stage = "Searching " + request.model() + (halving ? ", rung " + (rung + 1) + " of " + rungs : "");
            List<Trial> tried = new ArrayList<>();
            context.progress().report(stage, 0, left.size());
            for (int candidate : left) {
                stopIfCancelled(request, context);
                if (System.nanoTime() > deadline) {
                    return false;
                }
                try {
                    tried.add(candidates.tried(candidate, rung, rungs, limited));
                } catch (CancelledException e) {
                    stopIfCancelled(request, context);
                    return false;
                }
                context.progress().report(stage, tried.size(), left.size());
            }
            left = tried.stream()
                    .filter(Trial::measured)
                    .sorted(BETTER.reversed())
                    .limit((tried.size() + KEPT - 1) / KEPT)
                    .map(Trial::candidate)
                    .toList();
        }
        return true;
    }

    private static void stopIfCancelled(SearchRequest request, JobContext context) {
        if (context.cancellation().isCancelled()) {
            throw new CancelledException(request.trials()
                    .map(file ->
                            "Stopped. What was tried is kept in " + file + "; the same command goes on from there.")
                    .orElse("Stopped; without --trials FILE nothing that was tried is kept."));
        }
    }

    /** The candidates of one search. */
    private record Candidates(
            SearchRequest request,
            Protocol protocol,
            ReadResult read,
            Split inner,
            SortedMap<String, SearchRange> ranges,
            TrialLog log) {
        Trial tried(int candidate, int rung, int rungs, JobContext context) {
            return log.find(candidate, rung).orElseGet(() -> {
                Trial trial = attempt(candidate, rung, rungs, context);
                log.add(trial);
                return trial;
            });
        }

        private Trial attempt(int candidate, int rung, int rungs, JobContext context) {
            long start = System.nanoTime();
            SortedMap<String, String> drawn = drawn(candidate);
            Map<String, String> values = new TreeMap<>(drawn);
            if (rung < rungs - 1) {
                values.put(EPOCHS, String.valueOf(Math.max(1, epochs() / power(rungs - 1 - rung))));
            }
            return new Trial(
                    candidate,
                    rung,
                    drawn,
                    measured(values, context),
                    rung == rungs - 1,
                    (System.nanoTime() - start) / 1e9);
        }

        private @Nullable Double measured(Map<String, String> values, JobContext context) {
            try {
                Recommender model = Models.fit(
                                request.model(),
                                inner,
                                Catalogs.of(read),
                                values,
                                request.seed(),
                                context,
                                TrainingListener.NONE,
                                Optional.empty())
                        .recommender();
                return protocol.evaluate(model, inner, read.items(), context)
                        .metrics()
                        .get(request.metric());
            } catch (DivergedException e) {
                return null;
            }
        }

        private SortedMap<String, String> drawn(int candidate) {
            SortedMap<String, String> values = new TreeMap<>(request.parameters());
            if (candidate > 0) {
                SeededRandom random = SeededRandom.stream(request.seed(), "search", candidate);
                ranges.forEach((name, range) -> values.put(name, range.draw(random)));
            }
            return values;
        }

        private int epochs() {
            Object epochs =
                    Models.recorded(request.model(), request.parameters()).get(EPOCHS);
            return epochs instanceof Number number ? number.intValue() : 1;
        }

        private static int power(int exponent) {
            return (int) Math.round(Math.pow(KEPT, exponent));
        }
    }
}
