package vitrine.action;

import java.util.Optional;
import vitrine.assess.Reliability;
import vitrine.assess.ReliabilityProtocol;
import vitrine.data.split.Split;
import vitrine.model.Calibration;
import vitrine.model.Recommender;
import vitrine.model.TrainableRecommender;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.train.CalibrationFit;
import vitrine.train.Calibrator;
import vitrine.train.TrainingData;

/** Probabilities of a model just trained. */
final class Calibrating {
    private Calibrating() {}

    /** @param seed of the training, which drew what was held back */
    static CalibrationFit of(Recommender model, Split split, long seed, JobContext context) {
        return model instanceof TrainableRecommender
                ? Calibrator.fit(model, TrainingData.of(split, seed), context)
                : CalibrationFit.ofComputed();
    }

    /** Of a training that was stopped: nobody is to wait long, so on fewer users. */
    static CalibrationFit ofStopped(Recommender model, Split split, long seed, JobContext context) {
        JobContext calm = new JobContext(context.progress(), CancellationToken.NEVER, context.threads());
        return model instanceof TrainableRecommender
                ? Calibrator.quick(model, TrainingData.of(split, seed), calm)
                : CalibrationFit.ofComputed();
    }

    /** On the test part of a leave-one-out split, for so many users as take some seconds; of other splits nothing. */
    static Optional<Reliability> reliability(
            Recommender model, Optional<Calibration> calibration, Split split, JobContext context) {
        boolean measured = split.name().equals("loo") && split.testTargets().length > 0;
        return calibration
                .filter(c -> measured)
                .map(c -> ReliabilityProtocol.measure(
                        model, c, split, Calibrator.affordable(model.items().size()), context));
    }
}
