package vitrine.assess;

import java.util.ArrayList;
import java.util.List;
import vitrine.metric.WilsonInterval;
import vitrine.run.BadInputException;

/**
 * Sorts probabilities and what became of them into {@value #BINS} bins of equal sums of probability. Kept are not the
 * probabilities but sums over narrow steps of their logarithm (1.6 %), so that memory does not grow with users and items.
 */
final class ReliabilityDiagram {
    static final int BINS = 10;
    private static final int STEPS_AN_E_FOLD = 64;
    private static final int STEPS = 40 * STEPS_AN_E_FOLD;

    /** By step, from probability 1 downwards. */
    private final double[] expected = new double[STEPS];

    private final double[] variance = new double[STEPS];
    private final long[] events = new long[STEPS];
    private final long[] counts = new long[STEPS];

    /** @throws BadInputException when it is no probability: scores of a model that are no numbers */
    void add(double probability, boolean happened) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new BadInputException(
                    "The model gives scores that are no numbers, so its probabilities cannot be measured."
                            + " Train it again with a smaller learning rate.");
        }
        int step = (int) Math.min(STEPS - 1.0, -Math.log(probability) * STEPS_AN_E_FOLD);
        expected[step] += probability;
        variance[step] += probability * (1 - probability);
        counts[step]++;
        events[step] += happened ? 1 : 0;
    }

    void add(ReliabilityDiagram other) {
        for (int step = 0; step < STEPS; step++) {
            expected[step] += other.expected[step];
            variance[step] += other.variance[step];
            events[step] += other.events[step];
            counts[step] += other.counts[step];
        }
    }

    /** @param users each of whom has one event */
    Reliability of(int users) {
        double all = 0;
        for (double sum : expected) {
            all += sum;
        }
        List<Reliability.Bin> bins = new ArrayList<>();
        double error = 0;
        double chance = 0;
        double before = 0;
        for (int from = 0; from < STEPS; ) {
            int bin = binOf(before, from, all);
            double sum = 0;
            double scatter = 0;
            long happened = 0;
            long n = 0;
            int step = from;
            while (step < STEPS && binOf(before, step, all) == bin) {
                before += expected[step];
                sum += expected[step];
                scatter += variance[step];
                happened += events[step];
                n += counts[step++];
            }
            from = step;
            if (n > 0) {
                WilsonInterval interval = WilsonInterval.of(happened, n);
                bins.add(new Reliability.Bin(sum / n, (double) happened / n, interval.low(), interval.high(), n));
                error += Math.abs(sum - happened);
                // The mean distance of a normal variable from its mean.
                chance += Math.sqrt(2 / Math.PI * scatter);
            }
        }
        return new Reliability(users, bins, error / users, chance / users);
    }

    /** A step belongs where its middle lies. */
    private int binOf(double before, int step, double all) {
        return (int) Math.min(BINS - 1.0, BINS * (before + expected[step] / 2) / all);
    }
}
