package vitrine.train;

import java.util.Optional;
import vitrine.model.Calibration;

/**
 * What calibrating a model came to: a map to probabilities, or why there is none.
 *
 * @param calibration empty unless {@code outcome} is {@link Outcome#CALIBRATED}
 * @param users whose held-back item could be used
 */
public record CalibrationFit(Optional<Calibration> calibration, Outcome outcome, int users) {
    /** How it ended. */
    public enum Outcome {
        CALIBRATED,
        /** The model is computed, so nothing was held back from it. */
        NOTHING_HELD_BACK,
        /** Fewer than {@link Calibrator#LEAST_USERS}. */
        TOO_FEW_USERS,
        /** The catalogue has more than {@link Calibrator#MOST_ITEMS}. */
        TOO_MANY_ITEMS,
        /** Held-back items have no higher scores than others, or scores that are no numbers. */
        NO_ORDER
    }

    static CalibrationFit of(Calibration calibration) {
        return new CalibrationFit(Optional.of(calibration), Outcome.CALIBRATED, calibration.users());
    }

    static CalibrationFit without(Outcome why, int users) {
        return new CalibrationFit(Optional.empty(), why, users);
    }

    /** Of a model that is computed, not trained. */
    public static CalibrationFit ofComputed() {
        return without(Outcome.NOTHING_HELD_BACK, 0);
    }
}
