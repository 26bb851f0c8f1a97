package vitrine.action;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vitrine.assess.Protocol;
import vitrine.assess.Reliability;
import vitrine.assess.ReliabilityProtocol;
import vitrine.data.split.Split;
import vitrine.model.Calibration;
import vitrine.run.JobContext;
import vitrine.train.CalibrationFit;

/**
 * Whether a model's probabilities came true under a protocol.
 *
 * @param outcome {@code measured}, or why not: {@code other-event} (the protocol asks another question than probabilities
 *     answer), {@code not-calibrated} (a file without probabilities), or as in {@link Probabilities}
 * @param event what was predicted; null unless measured, like all that follow
 * @param seed of the split, the one measured where there are several
 * @param users whose held-out item was looked for
 * @param bins as in {@link Reliability}
 * @param calibrationError as in {@link Reliability}
 * @param chanceError as in {@link Reliability}
 */
public record ProbabilityCheck(
        String outcome,
        @Nullable String event,
        @Nullable Long seed,
        int users,
        List<Bin> bins,
        @Nullable Double calibrationError,
        @Nullable Double chanceError) {
    private static final int LEAST_USERS = 500;
    private static final int SCORES = 10_000_000;

    /**
     * Users and items with about the same probability.
     *
     * @param predicted mean probability
     * @param observed share that came true
     * @param low of the share, 95 % interval
     * @param high of the share
     * @param n how many
     */
    public record Bin(double predicted, double observed, double low, double high, long n) {
        static Bin of(Reliability.Bin bin) {
            return new Bin(bin.predicted(), bin.observed(), bin.low(), bin.high(), bin.n());
        }

        /** Whether the mean probability lies in the interval of what was seen. */
        public boolean holds() {
            return predicted >= low && predicted <= high;
        }
    }

    public ProbabilityCheck {
        bins = List.copyOf(bins);
    }

    static ProbabilityCheck without(String outcome) {
        return new ProbabilityCheck(outcome, null, null, 0, List.of(), null, null);
    }

    /** @param file whether the model was read from a file, not trained here */
    static ProbabilityCheck of(
            MeasuredModel model, boolean file, Protocol protocol, Split split, long seed, JobContext context) {
        if (!ReliabilityProtocol.measures(protocol.name())) {
            return without("other-event");
        }
        if (file) {
            return of(model, model.calibration(), "not-calibrated", split, seed, context);
        }
        CalibrationFit fit = Calibrating.of(model.model(), split, seed, context);
        return of(model, fit.calibration(), Probabilities.code(fit.outcome()), split, seed, context);
    }

    /** All of them, unless that would take much longer than the measures themselves. */
    private static int mostUsers(MeasuredModel model) {
        return Math.max(LEAST_USERS, SCORES / model.model().items().size());
    }

    private static ProbabilityCheck of(
            MeasuredModel model,
            Optional<Calibration> calibration,
            String otherwise,
            Split split,
            long seed,
            JobContext context) {
        return calibration
                .map(c -> ReliabilityProtocol.measure(model.model(), c, split, mostUsers(model), context))
                .map(r -> new ProbabilityCheck(
                        "measured",
                        Calibration.EVENT,
                        seed,
                        r.users(),
                        r.bins().stream().map(Bin::of).toList(),
                        r.calibrationError(),
                        r.chanceError()))
                .orElseGet(() -> without(otherwise));
    }
}
