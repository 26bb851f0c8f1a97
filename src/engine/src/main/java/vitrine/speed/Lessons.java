package vitrine.speed;

import vitrine.network.Adam;
import vitrine.network.Loss;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.Training;

/** What all trainings measured here have in common. */
final class Lessons {
    private static final double LEARNING_RATE = 1e-3;

    private Lessons() {}

    /** Exact Adam over all parameters, nothing clipped, no decay. */
    static Training training(Network network, Loss loss, int batch, long seed) {
        return new Training(
                network,
                Parameters.initial(network, seed),
                loss,
                new Adam(network, LEARNING_RATE, Adam.Form.ALGORITHM_1),
                Training.Settings.plain(seed),
                batch);
    }
}
