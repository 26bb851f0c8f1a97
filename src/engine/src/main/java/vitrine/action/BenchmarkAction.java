package vitrine.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vitrine.network.kernel.Arithmetic;
import vitrine.provenance.Platform;
import vitrine.run.JobContext;
import vitrine.speed.Conditions;
import vitrine.speed.Reading;
import vitrine.speed.Work;
import vitrine.speed.Works;

/**
 * How fast this machine trains, ranks and explains, and how fast the same work is elsewhere. Every figure is the median of
 * several runs, each in a process of its own; the runs of a work stand between those of the others and of its peers, so
 * that a busy minute spoils one run of each and not all of one.
 */
public final class BenchmarkAction implements Action<BenchmarkRequest, BenchmarkResult> {
    private static final int RUNS = 3;
    private static final double SECONDS = 2;
    private static final double QUICK_SECONDS = 0.6;
    private static final String DATA =
            "made-up shop of MovieLens-1M's size: 6,040 users, 3,706 items, 1,000,209 purchases";

    /** A work under a number of threads. */
    private record Row(Work work, int threads) {}

    @Override
    public BenchmarkResult run(BenchmarkRequest request, JobContext context) {
        long start = System.nanoTime();
        List<Work> works = request.only().isEmpty()
                ? Works.all()
                : request.only().stream().map(Works::named).toList();
        double seconds = request.quick() ? QUICK_SECONDS : SECONDS;
        Optional<PeerPrograms> peers = request.peers().map(folder -> new PeerPrograms(folder, seconds));
        int runs = request.quick() ? 1 : RUNS;

        Map<Row, List<SpeedProcess.Finding>> ours = new LinkedHashMap<>();
        Map<Work, List<PeerPrograms.Measured>> theirs = new LinkedHashMap<>();
        int done = 0;
        for (int run = 0; run < runs; run++) {
            for (Work work : works) {
                context.progress().report("Measuring " + work.name(), done++, (long) runs * works.size());
                for (int threads : threads(work, context.threads(), request.quick())) {
                    Conditions conditions = new Conditions(threads, seconds, request.seed(), context.cancellation());
                    ours.computeIfAbsent(new Row(work, threads), r -> new ArrayList<>())
                            .add(SpeedProcess.measure(work, conditions));
                }
                peers.ifPresent(programs -> theirs.computeIfAbsent(work, w -> new ArrayList<>())
                        .addAll(programs.measure(work.name(), context.cancellation())));
            }
        }
        List<BenchmarkResult.Figure> figures = ours.entrySet().stream()
                .map(e -> figure(
                        e.getKey(), e.getValue(), theirs.getOrDefault(e.getKey().work(), List.of())))
                .toList();
        return new BenchmarkResult(machine(), DATA, figures, (System.nanoTime() - start) / 1e9);
    }

    private static List<Integer> threads(Work work, int most, boolean quick) {
        if (!work.usesThreads() || most == 1) {
            return List.of(1);
        }
        return quick ? List.of(most) : List.of(1, most);
    }

    private static BenchmarkResult.Figure figure(
            Row row, List<SpeedProcess.Finding> found, List<PeerPrograms.Measured> peers) {
        double median = median(found, f -> f.reading().median());
        List<Double> memory = found.stream()
                .map(SpeedProcess.Finding::residentMb)
                .flatMap(Optional::stream)
                .toList();
        return new BenchmarkResult.Figure(
                row.work().name(),
                row.work().description(),
                row.work().unit(),
                row.threads(),
                median,
                median(found, f -> f.reading().low()),
                median(found, f -> f.reading().high()),
                found.size(),
                memory.isEmpty() ? Optional.empty() : Optional.of(median(memory, m -> m)),
                best(row.work(), median, peers));
    }

    /** The peer's best way by its median, among those measured in quiet where there are any. */
    private static Optional<BenchmarkResult.Peer> best(Work work, double ours, List<PeerPrograms.Measured> measured) {
        Comparator<BenchmarkResult.Peer> byRatio = Comparator.comparingDouble(BenchmarkResult.Peer::ratio);
        boolean someQuiet = measured.stream().anyMatch(PeerPrograms.Measured::quiet);
        return measured.stream()
                .filter(m -> m.quiet() || !someQuiet)
                .collect(Collectors.groupingBy(PeerPrograms.Measured::mode))
                .values()
                .stream()
                .map(way -> {
                    double median = median(way, PeerPrograms.Measured::value);
                    double ratio = work.moreIsBetter() ? ours / median : median / ours;
                    return new BenchmarkResult.Peer(
                            way.get(0).name(),
                            way.get(0).mode(),
                            median,
                            way.get(0).residentMb(),
                            ratio);
                })
                .min(byRatio);
    }

    private static <T> double median(List<T> values, Function<T, Double> number) {
        return Reading.of(values.stream().mapToDouble(number::apply).toArray()).median();
    }

    private static BenchmarkResult.Machine machine() {
        return new BenchmarkResult.Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Platform.processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                Arithmetic.fastest().describe(),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
