package vitrine.train;

import vitrine.network.Adam;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.run.Workers;

/** {@link Adam} whose learning rate may change between steps and whose state can be kept and put back. */
final class ResumableAdam {
    private final Adam.Form form;
    private double learningRate;
    private Adam adam;

    ResumableAdam(Network network, double learningRate, Adam.Form form) {
        this.form = form;
        this.learningRate = learningRate;
        this.adam = new Adam(network, learningRate, form);
    }

    void learningRate(double rate) {
        if (rate != learningRate) {
            learningRate = rate;
            adam = new Adam(rate, form, adam.firstMoment(), adam.secondMoment(), adam.step());
        }
    }

    void update(Parameters parameters, Parameters gradients, Workers workers) {
        adam.update(parameters, gradients, workers);
    }

    /** A lasting copy. */
    OptimizerState state() {
        return new OptimizerState(
                adam.step(), adam.firstMoment().copy(), adam.secondMoment().copy());
    }

    void restore(OptimizerState state) {
        adam = new Adam(
                learningRate,
                form,
                state.firstMoment().copy(),
                state.secondMoment().copy(),
                state.step());
    }
}
