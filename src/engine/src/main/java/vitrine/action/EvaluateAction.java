package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vitrine.action.EvaluateResult.GroupMeasures;
import vitrine.action.EvaluateResult.SeedMeasures;
import vitrine.assess.Protocol;
import vitrine.assess.Protocols;
import vitrine.assess.UserGroups;
import vitrine.assess.UserMeasures;
import vitrine.data.ingest.ReadResult;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

/** Measures a model under a named protocol or on given files. A file trained on another split or on other data is refused. */
public final class EvaluateAction implements Action<EvaluateRequest, EvaluateResult> {
    @Override
    public EvaluateResult run(EvaluateRequest request, JobContext context) {
        Protocols.named(request.protocol(), request.k(), request.seed());
        MeasuredModel.requireFileOrName(request.model());
        requirePossible(request);
        List<Long> seeds = request.seeds().isEmpty() ? List.of(request.seed()) : request.seeds();
        if (seeds.size() > 1 && MeasuredModel.isFile(request.model())) {
            throw new WrongUsageException("A model file was trained with one seed, so --seeds needs a model's name: "
                    + String.join(", ", Models.names()) + ".");
        }
        long start = System.nanoTime();
        ReadResult read = DataLoading.read(request.data(), context);
        request.groups().ifPresent(by -> UserGroups.requireKnown(by, read.users()));
        Optional<GivenReading> given =
                request.given().map(files -> GivenReading.of(files, request.data(), read.log(), context));
        List<MeasuredModel> measured = new ArrayList<>();
        List<GroupMeasures> groups = List.of();
        ProbabilityCheck reliability = ProbabilityCheck.without("other-event");
        for (long seed : seeds) {
            Protocol protocol = GivenReading.protocol(given, request.protocol(), request.k(), seed);
            Split split = protocol.splitter().split(read.log());
            MeasuredModel one =
                    MeasuredModel.of(request.model(), request.parameters(), protocol, read, split, seed, context);
            if (measured.isEmpty() && request.groups().isPresent()) {
                groups = groups(request.groups().get(), one.evaluation().perUser(), split, read);
            }
            if (measured.isEmpty()) {
                reliability =
                        ProbabilityCheck.of(one, MeasuredModel.isFile(request.model()), protocol, split, seed, context);
            }
            measured.add(one);
        }
        return result(request, seeds, measured, groups, given, reliability, start);
    }

    /** Before any data are read. */
    private static void requirePossible(EvaluateRequest request) {
        if (!MeasuredModel.isFile(request.model())) {
            Models.recorded(request.model(), request.parameters());
        } else if (!request.parameters().isEmpty()) {
            throw new WrongUsageException("The hyper-parameters of " + request.model()
                    + " were fixed in training, so leave out --"
                    + String.join(", --", new TreeMap<>(request.parameters()).keySet())
                    + ", or name a model to be trained here: " + String.join(", ", Models.names()) + ".");
        }
    }

    private static List<GroupMeasures> groups(String by, UserMeasures measured, Split split, ReadResult read) {
        InteractionMatrix training = InteractionMatrix.of(split.log(), split.trainTargets());
        List<GroupMeasures> groups = new ArrayList<>();
        UserGroups.of(by, measured.users(), training, read.users())
                .forEach((name, places) ->
                        groups.add(new GroupMeasures(name, places.length, UserGroups.means(measured, places))));
        return groups;
    }

    private static EvaluateResult result(
            EvaluateRequest request,
            List<Long> seeds,
            List<MeasuredModel> measured,
            List<GroupMeasures> groups,
            Optional<GivenReading> given,
            ProbabilityCheck reliability,
            long start) {
        MeasuredModel first = measured.get(0);
        List<SeedMeasures> bySeed = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            bySeed.add(
                    new SeedMeasures(seeds.get(i), measured.get(i).evaluation().metrics()));
        }
        boolean several = seeds.size() > 1;
        SortedMap<String, Interval> intervals =
                several ? overSeeds(bySeed) : overUsers(first.evaluation().perUser());
        SortedMap<String, Double> means = new TreeMap<>(first.evaluation().metrics());
        if (several) {
            intervals.forEach((name, interval) -> means.put(name, interval.mean()));
        }
        return new EvaluateResult(
                first.model().name(),
                first.evaluation().protocol(),
                first.evaluation().k(),
                first.evaluation().users(),
                named(means),
                (System.nanoTime() - start) / 1e9,
                first.evaluation().usersWithoutTest(),
                intervals,
                several ? "seeds" : "users",
                bySeed,
                groups,
                given.map(GivenReading::counts),
                MeasuredModel.isFile(request.model())
                        ? 0
                        : measured.stream()
                                .mapToDouble(MeasuredModel::trainSeconds)
                                .sum(),
                measured.stream().mapToDouble(MeasuredModel::scoreSeconds).sum(),
                reliability);
    }

    private static SortedMap<String, Interval> overSeeds(List<SeedMeasures> seeds) {
        SortedMap<String, Interval> intervals = new TreeMap<>();
        for (String name : seeds.get(0).metrics().keySet()) {
            double[] values = seeds.stream()
                    .map(seed -> seed.metrics().get(name))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            intervals.put(name, Interval.of(values));
        }
        return intervals;
    }

    static SortedMap<String, Interval> overUsers(UserMeasures measured) {
        SortedMap<String, Interval> intervals = new TreeMap<>();
        measured.measures().forEach((name, values) -> {
            double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
            if (known.length > 0) {
                intervals.put(name, Interval.of(known));
            }
        });
        return intervals;
    }

    /** Every name of the contract, null where this protocol does not measure it. */
    static SortedMap<String, @Nullable Double> named(SortedMap<String, Double> measured) {
        SortedMap<String, @Nullable Double> all = new TreeMap<>();
        for (String name : List.of(
                "loss",
                "accuracy",
                "calibrationError",
                "coverage",
                "novelty",
                "diversity",
                "serendipity",
                "popularityBias")) {
            all.put(name, null);
        }
        all.putAll(measured);
        return all;
    }
}
