package vitrine.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vitrine.action.ModelSession;
import vitrine.metric.Spearman;
import vitrine.model.FoldIn;
import vitrine.model.Query;
import vitrine.network.QuasiNewton;

/**
 * Every user of a model file answered by fold-in, from the recorded history, over all items: how much processor time it takes
 * (of one thread, so that what else the machine does counts little), in how many steps, how small the gradient gets, how
 * alike it ranks to the trained vector. Three rounds; the last counts.
 */
public final class FoldInMeasurement {
    private static final int ROUNDS = 3;

    private FoldInMeasurement() {}

    /** @param arguments a file of a model that knows users by a vector (bpr, neumf) */
    public static void main(String[] arguments) {
        ModelSession session = ModelSession.open(Path.of(arguments[0]));
        if (!(session.byHistory() instanceof FoldIn foldIn)) {
            throw new IllegalArgumentException(arguments[0] + " does not know its users by a vector");
        }
        int[] items = session.itemsById();
        double[] fitted = new double[items.length];
        double[] trained = new double[items.length];
        double[] milliseconds = new double[session.model().users().size()];
        double[] gradients = new double[milliseconds.length];
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double alike = 0;
        long steps = 0;
        for (int round = 0; round < ROUNDS; round++) {
            alike = 0;
            steps = 0;
            for (int user = 0; user < milliseconds.length; user++) {
                Query query = session.query(Optional.of(session.model().users().id(user)), Optional.empty());
                long start = clock.getCurrentThreadCpuTime();
                QuasiNewton.Minimum minimum = foldIn.fit(query);
                milliseconds[user] = (clock.getCurrentThreadCpuTime() - start) / 1e6;
                steps += minimum.steps();
                gradients[user] = minimum.gradientNorm();
                foldIn.score(query, items, fitted);
                session.model().score(query, items, trained);
                alike += Spearman.of(fitted, trained) / milliseconds.length;
            }
        }
        Arrays.sort(milliseconds);
        int n = milliseconds.length;
        System.out.printf(
                Locale.ROOT,
                "%s, %d users: median %.1f ms, 95 %% within %.1f ms, longest %.1f ms; %.0f steps on average; largest"
                        + " gradient %.1e; Spearman correlation with the trained vector %.3f%n",
                session.model().name(),
                n,
                milliseconds[n / 2],
                milliseconds[n * 95 / 100],
                milliseconds[n - 1],
                (double) steps / n,
                Arrays.stream(gradients).max().orElse(0),
                alike);
    }
}
