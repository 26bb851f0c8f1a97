package vitrine.benchmark;

import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;
import vitrine.network.Activation;
import vitrine.network.kernel.BatchTable;
import vitrine.network.kernel.DenseKernel;
import vitrine.network.kernel.Input;
import vitrine.run.Workers;

/**
 * The forward product of a wide layer, {@code (m x k) (k x n)}, by the engine's own kernel and by the OpenBLAS that ND4J
 * brings: arguments {@code THREADS}; best and median GFLOP/s of many short runs, since others may be at work.
 */
public final class OpenBlasComparison {
    private static final int RUNS = 300;

    private OpenBlasComparison() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[0]);
        long start = System.nanoTime();
        openblas_nolapack.blas_set_num_threads(threads);
        System.out.printf(Locale.ROOT, "OpenBLAS loaded in %.2f s%n", (System.nanoTime() - start) * 1e-9);
        int[][] sizes = {{64, 600, 3706}, {256, 600, 3706}, {64, 200, 600}, {256, 3706, 600}};
        try (Workers workers = new Workers(threads)) {
            for (int[] size : sizes) {
                compare(size[0], size[1], size[2], threads, workers);
            }
        }
    }

    private static void compare(int m, int k, int n, int threads, Workers workers) {
        BatchTable x = new BatchTable("x", 1, k, m);
        BatchTable y = new BatchTable("y", 1, n, m);
        float[] weight = new float[k * n];
        float[] bias = new float[n];
        fill(x.values);
        fill(weight);
        DenseKernel kernel = new DenseKernel(new Input(x, true, false), weight, bias, Activation.IDENTITY, true, y);
        int pieces = kernel.preparations().size();
        int block = Math.min(64, (m + threads - 1) / threads);
        Runnable pack = () ->
                workers.forEach(pieces, (p, w) -> kernel.preparations().get(p).run());
        Runnable multiply = () -> workers.forEach(m / block, (b, w) -> kernel.forward(b * block, (b + 1) * block));
        report("own, packed before", m, k, n, threads, multiply);
        report("own, with packing", m, k, n, threads, () -> {
            pack.run();
            multiply.run();
        });
        float[] theirs = new float[m * n];
        report(
                "OpenBLAS, Java arrays",
                m,
                k,
                n,
                threads,
                () -> openblas.cblas_sgemm(101, 111, 111, m, n, k, 1f, x.values, k, weight, n, 0f, theirs, n));
        try (FloatPointer a = new FloatPointer(x.values);
                FloatPointer b = new FloatPointer(weight);
                FloatPointer c = new FloatPointer((long) m * n)) {
            report(
                    "OpenBLAS, native memory",
                    m,
                    k,
                    n,
                    threads,
                    () -> openblas.cblas_sgemm(101, 111, 111, m, n, k, 1f, a, k, b, n, 0f, c, n));
        }
        double furthest = 0;
        for (int i = 0; i < theirs.length; i++) {
            furthest = Math.max(furthest, Math.abs(theirs[i] - y.values[i]));
        }
        System.out.printf(Locale.ROOT, "  largest difference %.1e%n", furthest);
    }

    private static void fill(float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (i % 97 - 48) * 0.01f;
        }
    }

    private static void report(String what, int m, int k, int n, int threads, Runnable product) {
        double[] rates = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            product.run();
            rates[run] = 2.0 * m * n * k / (System.nanoTime() - start);
        }
        double[] warm = Arrays.copyOfRange(rates, RUNS / 3, RUNS);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%d x %d x %d, %d threads, Java %d, %-24s best %5.1f median %5.1f GFLOP/s%n",
                m,
                k,
                n,
                threads,
                Runtime.version().feature(),
                what,
                warm[warm.length - 1],
                warm[warm.length / 2]);
    }
}
