package vitrine.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vitrine.network.kernel.Arithmetic;
import vitrine.network.kernel.PlainArithmetic;
import vitrine.run.SeededRandom;

/** {@code C += A B} at the sizes the models have; GFLOP/s are {@code 2 m n k / time}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductBenchmark {
    /** Rows of A, columns of B, columns of A. */
    @Param({"64x32x64", "64x16x32", "64x8x16", "64x600x200", "64x3706x600", "512x512x512"})
    String size = "64x32x64";

    @Param({"plain", "fastest"})
    String arithmetic = "fastest";

    private int m;
    private int n;
    private int k;
    private float[] a = new float[0];
    private float[] b = new float[0];
    private float[] c = new float[0];
    private Arithmetic subject = new PlainArithmetic();

    @Setup
    public void fill() {
        String[] numbers = size.split("x");
        m = Integer.parseInt(numbers[0]);
        n = Integer.parseInt(numbers[1]);
        k = Integer.parseInt(numbers[2]);
        a = random(m * k);
        b = random(k * n);
        c = new float[m * n];
        subject = arithmetic.equals("plain") ? new PlainArithmetic() : Arithmetic.fastest();
    }

    private static float[] random(int count) {
        SeededRandom random = new SeededRandom(1);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @Benchmark
    public float[] product() {
        subject.addProduct(m, n, k, a, 0, k, 1, b, 0, n, c, 0, n);
        return c;
    }

    /** As a weight's gradient is gathered: A read by columns. */
    @Benchmark
    public float[] transposed() {
        subject.addProduct(m, n, k, a, 0, 1, m, b, 0, n, c, 0, n);
        return c;
    }
}
