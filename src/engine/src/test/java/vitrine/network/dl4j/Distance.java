package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import vitrine.network.Parameters;

/** How far apart two sets of tensors are, relative to the first. */
final class Distance {
    private Distance() {}

    /** {@code |a - b| / |a|} in the Euclidean norm. */
    static double ofNorms(float[] expected, float[] actual) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(expected[i] - (double) actual[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        return norm == 0 ? Math.sqrt(difference) : Math.sqrt(difference / norm);
    }

    /** Largest {@code |a_i - b_i| / max(|a_i|, floor x largest |a|)}. */
    static double ofElements(float[] expected, float[] actual, double floor) {
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            double scale = Math.max(Math.abs(expected[i]), floor * largest);
            worst = Math.max(worst, scale == 0 ? Math.abs(actual[i]) : Math.abs(expected[i] - actual[i]) / scale);
        }
        return worst;
    }

    static void assertNormsWithin(double tolerance, Parameters expected, Parameters actual) {
        for (String name : expected.tensors().keySet()) {
            double distance = ofNorms(expected.values(name), actual.values(name));
            assertTrue(distance <= tolerance, name + " is " + distance + " apart");
        }
    }

    static void assertElementsWithin(double tolerance, double floor, Parameters expected, Parameters actual) {
        for (String name : expected.tensors().keySet()) {
            double distance = ofElements(expected.values(name), actual.values(name), floor);
            assertTrue(distance <= tolerance, name + " has an element " + distance + " apart");
        }
    }
}
