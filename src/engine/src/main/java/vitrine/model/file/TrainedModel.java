package vitrine.model.file;

import java.util.Optional;
import vitrine.data.Catalog;
import vitrine.data.InteractionLog;
import vitrine.model.Calibration;
import vitrine.model.Recommender;
import vitrine.provenance.Provenance;

/**
 * A model with all it needs to answer alone.
 *
 * @param catalog titles and attributes of its items
 * @param log the interactions it was trained on; empty in a file written without histories
 * @param calibration how its scores become probabilities; empty: they do not
 */
public record TrainedModel(
        Recommender recommender,
        Catalog catalog,
        Optional<InteractionLog> log,
        Provenance provenance,
        Optional<Calibration> calibration) {
    /** Without probabilities. */
    public TrainedModel(Recommender recommender, Catalog catalog, Optional<InteractionLog> log, Provenance provenance) {
        this(recommender, catalog, log, provenance, Optional.empty());
    }
}
