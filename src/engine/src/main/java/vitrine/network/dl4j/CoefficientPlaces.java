package vitrine.network.dl4j;

import java.util.Map;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * Where DL4J's one vector of numbers keeps each of our tensors.
 *
 * @param places of each tensor by name
 * @param count numbers in the vector
 */
record CoefficientPlaces(Map<String, Place> places, long count) {
    /**
     * One array of DL4J's; read row by row its numbers are ours in order.
     *
     * @param first of its numbers
     * @param shape its dimensions, outermost first
     * @param strides how far apart neighbours along each dimension lie
     */
    record Place(long first, long[] shape, long[] strides) {
        void read(float[] numbers, float[] into) {
            long[] index = new long[shape.length];
            for (int i = 0; i < into.length; i++) {
                long at = first;
                for (int d = 0; d < index.length; d++) {
                    at += index[d] * strides[d];
                }
                into[i] = numbers[Math.toIntExact(at)];
                for (int d = index.length - 1; d >= 0 && ++index[d] == shape[d]; d--) {
                    index[d] = 0;
                }
            }
        }
    }

    /** @param numbers {@link #count} of them */
    Parameters parameters(Network network, float[] numbers) {
        Parameters parameters = Parameters.zeros(network);
        places.forEach((tensor, place) -> place.read(numbers, parameters.values(tensor)));
        return parameters;
    }
}
