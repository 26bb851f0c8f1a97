package vitrine.model.file;

import vitrine.network.Parameters;

/**
 * A model half learned, with all that its training needs to go on.
 *
 * @param model as after the last finished epoch, or as it stands when none is finished; answers like any model. Its
 *     provenance holds the hyper-parameters
 * @param progress how far training had come
 * @param parameters as they stand
 * @param best of the best finished epoch; as they stand when none is finished
 * @param firstMoment Adam's
 * @param secondMoment Adam's, none negative
 */
public record Checkpoint(
        TrainedModel model,
        TrainingProgress progress,
        Parameters parameters,
        Parameters best,
        Parameters firstMoment,
        Parameters secondMoment) {}
