package vitrine.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vitrine.run.BadInputException;
import vitrine.run.CancellationToken;
import vitrine.run.ChildProcess;

/**
 * The same work in PyTorch: the scripts of a prepared folder, started by its {@code run.sh}, each printing lines of JSON.
 * Which of its modes is the fastest differs from machine to machine, so several are measured and the best one counts.
 */
final class PeerPrograms {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MOST_SECONDS = 300;
    private static final int TRIES_FOR_QUIET = 3;
    private static final String NAME = "PyTorch";
    private static final String DATA = "ml1m";

    /** Script, arguments, threads, what the mode is called. */
    private record Way(List<String> arguments, int threads, String mode) {}

    private final Path folder;
    private final double seconds;

    PeerPrograms(Path folder, double seconds) {
        this.folder = folder.toAbsolutePath();
        this.seconds = seconds;
        if (!Files.isRegularFile(this.folder.resolve("run.sh"))) {
            throw new BadInputException("There is no run.sh in " + folder
                    + ". Name the prepared folder of the programs to compare with, see docs/benchmarks.md.");
        }
    }

    /**
     * One way's figure.
     *
     * @param quiet whether nothing else ran on the machine; a figure for which that is false is too low
     */
    record Measured(String name, String mode, boolean quiet, double value, Optional<Double> residentMb) {}

    /** Every way the peer has for a work, measured once each; empty for a work it does not have. */
    List<Measured> measure(String work, CancellationToken cancellation) {
        List<Measured> all = new ArrayList<>();
        for (Way way : ways(work)) {
            for (JsonNode line : quietly(way, cancellation)) {
                value(work, line)
                        .ifPresent(value -> all.add(new Measured(
                                NAME,
                                label(way, line),
                                isQuiet(line),
                                value,
                                Optional.of(line.path("rss_mb").asDouble()).filter(mb -> mb > 0))));
            }
        }
        return all;
    }

    private static String label(Way way, JsonNode line) {
        String mode = way.arguments().get(0).equals("bench_infer.py")
                ? line.path("mode").asText()
                : way.mode();
        return mode + ", " + way.threads() + (way.threads() == 1 ? " thread" : " threads")
                + (isQuiet(line) ? "" : ", busy machine");
    }

    private static boolean isQuiet(JsonNode line) {
        return line.path("quiet").asBoolean(true);
    }

    private List<Way> ways(String work) {
        String[] words = work.split("-", -1);
        if (work.endsWith("-one-user") || work.endsWith("-all-users")) {
            return List.of(
                    new Way(List.of("bench_infer.py", DATA, words[0]), 1, ""),
                    new Way(List.of("bench_infer.py", DATA, words[0]), 2, ""));
        }
        if (!work.contains("-training-")) {
            return List.of();
        }
        String model = words[0].equals("convolution") ? "cnn" : words[0];
        String batch = words[words.length - 1];
        List<Way> ways = new ArrayList<>();
        ways.add(training(model, batch, "fused", 1));
        ways.add(training(model, batch, "fused", 2));
        ways.add(training(model, batch, "eager", 2));
        return ways;
    }

    private Way training(String model, String batch, String mode, int threads) {
        return new Way(List.of("bench_train.py", DATA, model, batch, mode, Double.toString(seconds)), threads, mode);
    }

    private static Optional<Double> value(String work, JsonNode line) {
        String field = work.endsWith("-one-user") ? "p50_ms" : work.endsWith("-all-users") ? "users_per_s" : "ex_per_s";
        return Optional.of(line.path(field).asDouble()).filter(v -> v > 0);
    }

    /** On a machine where nothing else runs, if that can be had. */
    private List<JsonNode> quietly(Way way, CancellationToken cancellation) {
        List<JsonNode> lines = List.of();
        for (int i = 0; i < TRIES_FOR_QUIET; i++) {
            lines = run(way, cancellation);
            if (lines.stream().allMatch(PeerPrograms::isQuiet)) {
                break;
            }
        }
        return lines;
    }

    private List<JsonNode> run(Way way, CancellationToken cancellation) {
        List<String> command =
                new ArrayList<>(List.of("bash", folder.resolve("run.sh").toString()));
        command.add(folder.resolve(way.arguments().get(0)).toString());
        command.addAll(way.arguments().subList(1, way.arguments().size()));
        String output = new ChildProcess(command, Map.of("PERF_THREADS", Integer.toString(way.threads())), MOST_SECONDS)
                .run(cancellation);
        return output.lines()
                .filter(l -> l.startsWith("{"))
                .map(PeerPrograms::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new BadInputException("A program to compare with printed what is no JSON: " + line, e);
        }
    }
}
