package vitrine.action;

import java.util.List;
import java.util.Optional;

/**
 * How fast this machine is.
 *
 * @param data what was worked on
 * @param seconds all of it took
 */
public record BenchmarkResult(Machine machine, String data, List<Figure> figures, double seconds) {
    public BenchmarkResult {
        figures = List.copyOf(figures);
    }

    /**
     * Where it was measured.
     *
     * @param processor name of the model, where the system tells
     * @param arithmetic vector instructions or plain loops
     * @param memoryMb most the Java heap may take
     */
    public record Machine(String system, String processor, int cores, String java, String arithmetic, long memoryMb) {}

    /**
     * One work under one number of threads.
     *
     * @param median over all runs
     * @param low 5th percentile of the windows, median over all runs
     * @param high 95th percentile, likewise
     * @param runs how often it was measured, each time in a process of its own
     * @param residentMb most memory such a process held, the Java machine included; empty where the system does not tell
     * @param peer the same work elsewhere; empty when not asked for or not known there
     */
    public record Figure(
            String work,
            String description,
            String unit,
            int threads,
            double median,
            double low,
            double high,
            int runs,
            Optional<Double> residentMb,
            Optional<Peer> peer) {}

    /**
     * The best way the other framework has for the same work.
     *
     * @param name of the framework
     * @param mode its settings and threads
     * @param ratio how many times as fast this program is; below 1: slower
     */
    public record Peer(String name, String mode, double median, Optional<Double> residentMb, double ratio) {}
}
