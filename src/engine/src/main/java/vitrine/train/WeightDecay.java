package vitrine.train;

import vitrine.network.Parameters;

/** L2 pull towards 0, added to the gradient: {@code g += rate w}. */
final class WeightDecay {
    private WeightDecay() {}

    static void add(double rate, Parameters parameters, Parameters gradients) {
        if (rate > 0) {
            parameters.tensors().forEach((name, tensor) -> {
                float[] gradient = gradients.values(name);
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] += (float) rate * tensor.values()[i];
                }
            });
        }
    }
}
