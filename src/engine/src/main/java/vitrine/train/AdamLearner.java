package vitrine.train;

import vitrine.model.Recommender;
import vitrine.model.TrainableRecommender;
import vitrine.network.Adam;
import vitrine.network.Clipping;
import vitrine.network.OptimizerState;
import vitrine.network.Parameters;
import vitrine.network.Training;

/** What all learners that move a model's own parameters by Adam have in common. */
abstract class AdamLearner<M extends TrainableRecommender> implements Learner {
    final M model;
    final Adam adam;

    AdamLearner(M model, double learningRate, Adam.Form form) {
        this.model = model;
        this.adam = new Adam(model.network(), learningRate, form);
    }

    /** @param seed of dropout and of what is drawn inside the network */
    static Training.Settings steps(TrainingSettings settings, long seed) {
        Clipping clipping = settings.clip() > 0 ? new Clipping.GlobalNorm(settings.clip()) : new Clipping.None();
        return new Training.Settings(settings.weightDecay(), clipping, seed);
    }

    @Override
    public final M model() {
        return model;
    }

    @Override
    public final Recommender snapshot() {
        return model.with(model.parameters().copy());
    }

    @Override
    public final Parameters parameters() {
        return model.parameters();
    }

    @Override
    public final void parametersChanged() {
        model.parametersChanged();
    }

    @Override
    public final void learningRate(double rate) {
        adam.learningRate(rate);
    }

    @Override
    public final OptimizerState optimizer() {
        return adam.state();
    }

    @Override
    public final void restore(OptimizerState optimizer) {
        adam.restore(optimizer);
    }
}
