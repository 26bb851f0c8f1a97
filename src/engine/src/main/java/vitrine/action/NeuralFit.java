package vitrine.action;

import vitrine.data.split.Split;
import vitrine.run.BadInputException;
import vitrine.train.Learner;
import vitrine.train.Trainer;
import vitrine.train.TrainingData;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingSettings;

/** How all neural models are taught, from the beginning or from where they stopped. */
final class NeuralFit {
    private NeuralFit() {}

    /** @return what happened; the learner's parameters are those of the best epoch */
    static TrainingHistory teach(Learner learner, TrainingSettings settings, Fitting fitting) {
        Trainer trainer = new Trainer(settings, fitting.seed());
        TrainingData data = TrainingData.of(fitting.split(), fitting.seed());
        return fitting.from()
                .map(state -> trainer.resume(learner, data, fitting.context(), fitting.listener(), state))
                .orElseGet(() -> trainer.train(learner, data, fitting.context(), fitting.listener()));
    }

    static void requireTargets(Split split) {
        if (split.trainTargets().length == 0) {
            throw new BadInputException("There is nothing to learn: no interaction counts as a positive. Check --events"
                    + " and --min-value, or use data with more interactions.");
        }
    }
}
