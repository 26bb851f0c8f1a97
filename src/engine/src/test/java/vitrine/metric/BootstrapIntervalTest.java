package vitrine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapIntervalTest {
    private static double[] gaussian(int n, double mean) {
        Random random = new Random(5);
        return random.doubles(n).map(u -> mean + random.nextGaussian()).toArray();
    }

    @Test
    void ofManyValuesItAgreesWithStudentsInterval() {
        double[] values = gaussian(500, 3);
        BootstrapInterval bootstrap = BootstrapInterval.of(values, new Random(1)::nextInt);
        MeanInterval student = MeanInterval.of(values);
        assertEquals(student.mean(), bootstrap.mean(), 1e-12);
        assertEquals(student.low(), bootstrap.low(), .015);
        assertEquals(student.high(), bootstrap.high(), .015);
        assertEquals(500, bootstrap.n());
    }

    @Test
    void valuesThatHangTogetherTellLess() {
        double[] values = gaussian(60, 0);
        double[][] copied =
                Arrays.stream(values).mapToObj(v -> new double[] {v, v, v, v}).toArray(double[][]::new);
        BootstrapInterval alone = BootstrapInterval.of(
                Arrays.stream(copied).flatMapToDouble(Arrays::stream).toArray(), new Random(1)::nextInt);
        BootstrapInterval clustered = BootstrapInterval.ofClusters(copied, new Random(1)::nextInt);
        assertEquals(240, clustered.n());
        assertEquals(alone.mean(), clustered.mean(), 1e-12);
        double ratio = (clustered.high() - clustered.low()) / (alone.high() - alone.low());
        assertEquals(2, ratio, .25, "four copies of each value look like four times as many: half as wide");
    }

    @Test
    void ofEqualValuesItIsAPoint() {
        BootstrapInterval same = BootstrapInterval.of(new double[] {2, 2, 2}, new Random(1)::nextInt);
        assertEquals(new BootstrapInterval(2, 2, 2, 3), same);
    }

    @Test
    void nothingHasNoInterval() {
        assertThrows(IllegalArgumentException.class, () -> BootstrapInterval.of(new double[0], bound -> 0));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> BootstrapInterval.ofClusters(new double[][] {{1}, {}}, bound -> 0))
                .getMessage()
                .contains("empty"));
    }
}
