package vitrine.train;

import vitrine.network.Parameters;

/**
 * What Adam remembers between steps.
 *
 * @param step steps taken
 * @param firstMoment decaying mean of the gradients, in the parameters' shapes
 * @param secondMoment decaying mean of their squares, in the parameters' shapes
 */
public record OptimizerState(long step, Parameters firstMoment, Parameters secondMoment) {
    public OptimizerState {
        if (step < 0) {
            throw new IllegalArgumentException("steps cannot be negative: " + step);
        }
    }
}
