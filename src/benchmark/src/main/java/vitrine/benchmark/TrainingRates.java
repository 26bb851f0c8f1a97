package vitrine.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import vitrine.network.Training;
import vitrine.run.Workers;

/**
 * Training rates in the form the peers print theirs: arguments {@code NETWORK BATCH THREADS SECONDS}; a line with the median
 * and the best of stretches of a tenth of a second, in examples a second, and the examples a second of processor time. Batches are drawn beforehand and filled in while
 * the clock runs.
 */
public final class TrainingRates {
    private static final double STRETCH_SECONDS = 0.1;

    private TrainingRates() {}

    public static void main(String[] args) {
        int batch = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        double seconds = Double.parseDouble(args[3]);
        PeerTask task = PeerTask.named(args[0], batch);
        Training training = task.training(batch);
        try (Workers workers = new Workers(threads)) {
            Rates rates = rates(task, training, batch, workers, seconds);
            System.out.printf(
                    Locale.ROOT,
                    "{\"network\": \"%s\", \"batch\": %d, \"threads\": %d, \"java\": %d, \"median\": %.0f, \"best\": %.0f,"
                            + " \"a processor second\": %.0f}%n",
                    args[0],
                    batch,
                    threads,
                    Runtime.version().feature(),
                    rates.median(),
                    rates.best(),
                    rates.ofProcessors());
        }
    }

    private record Rates(double median, double best, double ofProcessors) {}

    /** Processor time of this process so far: less than the threads times the clock when others are at work too. */
    private static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                * 1e-9;
    }

    /** The first third is for the compiler to warm up and is not counted. */
    private static Rates rates(PeerTask task, Training training, int batch, Workers workers, double seconds) {
        int stretches = Math.max(6, (int) Math.round(seconds / STRETCH_SECONDS));
        double[] rates = new double[stretches];
        long step = 0;
        long counted = 0;
        double busy = 0;
        for (int s = 0; s < stretches; s++) {
            if (s == stretches / 3) {
                counted = step;
                busy = cpuSeconds();
            }
            long start = System.nanoTime();
            int steps = 0;
            double passed = 0;
            while (passed < STRETCH_SECONDS) {
                task.fill(training, (int) step++);
                training.step(batch, workers);
                steps++;
                passed = (System.nanoTime() - start) * 1e-9;
            }
            rates[s] = steps * (double) batch / passed;
        }
        double ofProcessors = (step - counted) * (double) batch / (cpuSeconds() - busy);
        double[] sorted = Arrays.copyOfRange(rates, stretches / 3, stretches);
        Arrays.sort(sorted);
        return new Rates(sorted[sorted.length / 2], sorted[sorted.length - 1], ofProcessors);
    }
}
