package vitrine.network;

/**
 * What an {@link Optimizer} remembers between steps.
 *
 * @param step steps taken
 * @param firstMoment {@link Adam}'s decaying mean of the gradients, in the parameters' shapes; without tensors for a rule
 *     that has none
 * @param secondMoment decaying mean of their squares, likewise
 */
public record OptimizerState(long step, Parameters firstMoment, Parameters secondMoment) {
    public OptimizerState {
        if (step < 0) {
            throw new IllegalArgumentException("steps cannot be negative: " + step);
        }
    }
}
