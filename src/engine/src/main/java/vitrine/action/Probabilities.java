package vitrine.action;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vitrine.assess.Reliability;
import vitrine.model.Calibration;
import vitrine.train.CalibrationFit;
import vitrine.train.Calibrator;

/**
 * What {@code train} found out about probabilities.
 *
 * @param outcome {@code calibrated}, or why not: {@code nothing-held-back, too-few-users, too-many-items, no-order}
 * @param method {@code temperature}; null without probabilities
 * @param event {@code next-new-item}: what a probability is one of; null without
 * @param slope what a score is multiplied by; null without
 * @param users whose held-back item could be learned from
 * @param reliability whether they came true on the test part; null where that was not measured
 */
public record Probabilities(
        String outcome,
        @Nullable String method,
        @Nullable String event,
        @Nullable Double slope,
        int users,
        @Nullable Reliability reliability) {
    static Probabilities of(CalibrationFit fit, Optional<Reliability> reliability) {
        String outcome = code(fit.outcome());
        return fit.calibration()
                .map(c -> new Probabilities(
                        outcome, Calibration.METHOD, Calibration.EVENT, c.slope(), c.users(), reliability.orElse(null)))
                .orElseGet(() -> new Probabilities(outcome, null, null, null, fit.users(), null));
    }

    static String code(CalibrationFit.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** "calibrated on the held-back item of 943 users", or why there are none. */
    public String sentence() {
        return switch (outcome) {
            case "calibrated" ->
                "calibrated on the held-back item of " + users
                        + " users: the chance that an item is the next new one a user takes";
            case "nothing-held-back" -> "none, since nothing was held back from training to calibrate them on";
            case "too-few-users" ->
                "none, since an item could be held back of " + users + " users only and " + Calibrator.LEAST_USERS
                        + " are needed to calibrate them";
            case "too-many-items" ->
                "none, since more than " + Calibrator.MOST_ITEMS + " items are too many to score for each user";
            default -> "none, since held-back items have no higher scores than others";
        };
    }
}
