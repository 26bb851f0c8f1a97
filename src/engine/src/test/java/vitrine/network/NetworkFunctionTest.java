package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NetworkFunctionTest {
    @Test
    void computesTheReferenceNetWithBothOutputsAndItsPreActivation() {
        double[] x = {0, 100, 0};
        assertEquals(392, ReferenceNets.ml().function(0).value(x));
        assertEquals(394, ReferenceNets.ml().function(1).value(x));
        NetworkPath path = ReferenceNets.ml().path(new float[3], new float[] {0, 100, 0});
        path.moveTo(1);
        assertArrayEquals(new float[] {90, 101, 101, 101}, path.values("z"));
        assertEquals(392, path.output());
    }

    @Test
    void givesTheGradientOfTheAskedUnitAfresh() {
        NetworkFunction f = ReferenceNets.ml().function(1);
        double[] gradient = new double[3];
        assertEquals(394, f.valueAndGradient(new double[] {0, 100, 0}, gradient));
        assertArrayEquals(new double[] {4, 4, 4}, gradient);
        f.valueAndGradient(new double[] {1, 2, 3}, gradient);
        assertArrayEquals(new double[] {3, 3, 3}, gradient);
        assertEquals(3, f.dimension());
    }

    @Test
    void refusesNetworksWithOtherInputsAndUnitsThatAreNotThere() {
        var fixture = new HistoryConvolutionFixture(4, 2, 3, 3, 9, 1);
        assertThrows(IllegalArgumentException.class, () -> new NetworkFunction(fixture.network, fixture.parameters, 0));
        ReferenceNets ml = ReferenceNets.ml();
        assertThrows(IllegalArgumentException.class, () -> ml.function(2));
    }

    @Test
    void aPathRefusesInputsOfAnotherSize() {
        ReferenceNets ml = ReferenceNets.ml();
        assertThrows(IllegalArgumentException.class, () -> ml.path(new float[2], new float[3]));
    }
}
