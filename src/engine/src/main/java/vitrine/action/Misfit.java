package vitrine.action;

import java.util.Optional;
import vitrine.assess.Protocol;
import vitrine.data.InteractionLog;
import vitrine.data.split.Split;
import vitrine.model.file.TrainedModel;

/** Why a trained model's numbers under a protocol would mean nothing. */
public enum Misfit {
    /** Other interactions, or the same ones cleaned otherwise. */
    OTHER_DATA,
    /** Regions or devices that stand for something else. */
    OTHER_PLACES,
    /** The protocol asks for rows the model was trained on. */
    OTHER_SPLIT,
    /** The same split, drawn with another seed: again rows the model was trained on. */
    OTHER_SEED;

    /**
     * @param seed of {@code protocol}
     * @param fingerprint of {@code log}
     * @return empty when the model can be measured
     */
    static Optional<Misfit> of(
            TrainedModel model, Protocol protocol, long seed, InteractionLog log, String fingerprint) {
        String split = protocol.splitter().name();
        if (!model.provenance().split().equals(split)) {
            return Optional.of(OTHER_SPLIT);
        }
        if (Split.isDrawn(split) && model.provenance().seed() != seed) {
            return Optional.of(OTHER_SEED);
        }
        if (!model.provenance().dataSha256().equals(fingerprint)) {
            return Optional.of(OTHER_DATA);
        }
        return TrainedPlaces.fit(model.recommender(), log) ? Optional.empty() : Optional.of(OTHER_PLACES);
    }
}
