package vitrine.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vitrine.run.BadInputException;
import vitrine.run.CancellationToken;
import vitrine.run.ChildProcess;
import vitrine.speed.Conditions;
import vitrine.speed.Reading;
import vitrine.speed.Work;
import vitrine.speed.Works;

/**
 * Measures one work in a process of its own: no other work has taught its compiler anything, and the memory it holds is
 * that work's.
 */
public final class SpeedProcess {
    private static final long MOST_SECONDS = 300;

    private SpeedProcess() {}

    /** What such a process found. */
    record Finding(Reading reading, Optional<Double> residentMb) {}

    /** @throws vitrine.run.CancelledException soon after cancellation; the process is ended */
    static Finding measure(Work work, Conditions conditions) {
        try {
            Path answer = Files.createTempFile("vitrine-speed", ".txt");
            try {
                List<String> arguments = List.of(
                        work.name(),
                        Integer.toString(conditions.threads()),
                        Double.toString(conditions.seconds()),
                        Long.toString(conditions.seed()),
                        answer.toString());
                ChildProcess.java(SpeedProcess.class, arguments, MOST_SECONDS).run(conditions.cancellation());
                return parse(Files.readAllLines(answer, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            throw new BadInputException(
                    "The figures of " + work.name() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Finding parse(List<String> lines) {
        double[] numbers = lines.stream().mapToDouble(Double::parseDouble).toArray();
        return new Finding(
                new Reading(numbers[0], numbers[1], numbers[2]),
                numbers[3] > 0 ? Optional.of(numbers[3]) : Optional.empty());
    }

    /** @param arguments work, threads, seconds, seed, file for the answer */
    public static void main(String[] arguments) throws IOException {
        Conditions conditions = new Conditions(
                Integer.parseInt(arguments[1]),
                Double.parseDouble(arguments[2]),
                Long.parseLong(arguments[3]),
                CancellationToken.NEVER);
        Reading reading = Works.named(arguments[0]).measure(conditions);
        Files.write(
                Path.of(arguments[4]),
                List.of(
                        Double.toString(reading.median()),
                        Double.toString(reading.low()),
                        Double.toString(reading.high()),
                        Double.toString(residentMb())));
    }

    /** The largest resident set of this process so far; 0 where the system does not tell. */
    private static double residentMb() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
