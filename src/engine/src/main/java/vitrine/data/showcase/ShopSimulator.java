package vitrine.data.showcase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vitrine.run.SeededRandom;

/**
 * Lives one shopper's year. Every visit is one purchase by the {@link Mixture}, unless consequences of rules are due:
 * these take its place (two due on one visit share it, as one basket), so that the lag is exactly uniform. What would
 * be due after the last visit never happens.
 */
final class ShopSimulator {
    private final long seed;
    private final double meanVisits;
    private final Mixture mixture;
    private final RuleBook rules;

    ShopSimulator(long seed, double meanVisits, Mixture mixture, RuleBook rules) {
        this.seed = seed;
        this.meanVisits = meanVisits;
        this.mixture = mixture;
        this.rules = rules;
    }

    /** @return the shopper's purchases in order */
    List<Purchase> live(Shopper shopper) {
        SeededRandom calendar = SeededRandom.stream(seed, "calendar", shopper.index());
        SeededRandom random = SeededRandom.stream(seed, "events", shopper.index());
        int[] minutes = Timetable.minutes(Timetable.poisson(meanVisits, calendar), calendar);
        RuleMemory memory = new RuleMemory(rules.rulesFor(shopper));
        Set<Integer> met = new HashSet<>();
        List<Purchase> year = new ArrayList<>();
        for (int visit = 0; visit < minutes.length; visit++) {
            List<Rule> due = memory.due(visit);
            for (Rule rule : due) {
                year.add(consequence(rule, visit, minutes[visit]));
            }
            if (due.isEmpty()) {
                Situation now = new Situation(shopper, Timetable.daypart(minutes[visit]), memory.stopped());
                Mechanism mechanism = mixture.drawMechanism(random);
                int item = mixture.drawItem(mechanism, now, random);
                boolean first = met.add(item);
                double[] why = mixture.responsibilities(item, now);
                year.add(new Purchase(visit, minutes[visit], item, first, mechanism, why, new int[0]));
                memory.bought(item, visit, random);
            }
        }
        return year;
    }

    /** A rule is the only way to its consequence, so its responsibility is 1; it fires once a shopper, so it is their first. */
    private static Purchase consequence(Rule rule, int visit, int minute) {
        double[] why = new double[Mechanism.values().length];
        why[Mechanism.RULE.ordinal()] = 1;
        int[] causes = rule.second() == Rule.NONE ? new int[] {rule.first()} : new int[] {rule.first(), rule.second()};
        return new Purchase(visit, minute, rule.target(), true, Mechanism.RULE, why, causes);
    }
}
