package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vitrine.action.AssessResult.Difference;
import vitrine.assess.tournament.Contestant;
import vitrine.assess.tournament.Measure;
import vitrine.metric.BootstrapInterval;
import vitrine.metric.Holm;
import vitrine.metric.WilcoxonSignedRank;
import vitrine.run.SeededRandom;

/** Paired tests of F over users: every method against each control, and every two methods; Holm's correction in each family. */
final class TournamentTests {
    private final List<Contestant> contestants;
    private final long seed;

    /** @param seed of the bootstrap */
    TournamentTests(List<Contestant> contestants, long seed) {
        this.contestants = contestants;
        this.seed = seed;
    }

    List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        List<Contestant> methods =
                contestants.stream().filter(c -> !c.control()).toList();
        for (Contestant control : contestants) {
            if (control.control()) {
                all.addAll(corrected(methods.stream()
                        .filter(method -> method.differences(control, Measure.F).length > 0)
                        .map(method -> test(control.name(), method, control))
                        .toList()));
            }
        }
        List<Difference> pairs = new ArrayList<>();
        for (int a = 0; a < methods.size(); a++) {
            for (int b = a + 1; b < methods.size(); b++) {
                if (methods.get(a).differences(methods.get(b), Measure.F).length > 0) {
                    pairs.add(test("methods", methods.get(a), methods.get(b)));
                }
            }
        }
        all.addAll(corrected(pairs));
        return all;
    }

    /** The interval of {@code a}'s F less {@code b}'s over the users both have, at least one. */
    BootstrapInterval interval(Contestant a, Contestant b) {
        SeededRandom random = SeededRandom.stream(seed, "bootstrap:" + a.name() + ":" + b.name(), 0);
        return BootstrapInterval.of(a.differences(b, Measure.F), random::nextInt);
    }

    private Difference test(String family, Contestant a, Contestant b) {
        double[] differences = a.differences(b, Measure.F);
        BootstrapInterval interval = interval(a, b);
        double p = WilcoxonSignedRank.of(differences).p();
        return new Difference(
                family,
                a.name(),
                b.name(),
                Measure.F.code(),
                interval.mean(),
                interval.low(),
                interval.high(),
                p,
                p,
                "wilcoxon",
                differences.length,
                (int) Arrays.stream(differences).filter(d -> d > 0).count(),
                (int) Arrays.stream(differences).filter(d -> d < 0).count());
    }

    private static List<Difference> corrected(List<Difference> family) {
        double[] adjusted = Holm.of(family.stream().mapToDouble(Difference::p).toArray());
        List<Difference> corrected = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Difference t = family.get(i);
            corrected.add(new Difference(
                    t.family(),
                    t.a(),
                    t.b(),
                    t.metric(),
                    t.difference(),
                    t.low(),
                    t.high(),
                    t.p(),
                    adjusted[i],
                    t.test(),
                    t.n(),
                    t.better(),
                    t.worse()));
        }
        return corrected;
    }
}
