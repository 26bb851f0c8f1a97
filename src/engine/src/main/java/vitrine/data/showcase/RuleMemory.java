package vitrine.data.showcase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vitrine.run.SeededRandom;

/**
 * What the planted rules have set going for one shopper. A rule is decided once, when its condition is first met: with
 * probability 0.9 it fires. A firing rule makes its consequence due 2 to 10 visits later, uniformly (an inhibitor ends
 * its item's sales at once); one that does not fire never does.
 */
final class RuleMemory {
    static final double FIRING = 0.9;
    static final int SHORTEST_LAG = 2;
    static final int LONGEST_LAG = 10;
    static final int CONJUNCTION_WINDOW = 12;

    private final List<Rule> undecided;
    private final Map<Integer, Integer> lastVisit = new HashMap<>();
    private final Map<Integer, List<Rule>> due = new TreeMap<>();
    private final Set<Integer> stopped = new HashSet<>();

    RuleMemory(List<Rule> rules) {
        this.undecided = new ArrayList<>(rules);
    }

    /** Items this shopper no longer buys; a live view. */
    Set<Integer> stopped() {
        return stopped;
    }

    /** The rules whose consequence falls on this visit, in the order in which they fired. */
    List<Rule> due(int visit) {
        return due.getOrDefault(visit, List.of());
    }

    void bought(int item, int visit, SeededRandom random) {
        lastVisit.put(item, visit);
        List<Rule> met =
                undecided.stream().filter(rule -> isMet(rule, item, visit)).toList();
        undecided.removeAll(met);
        for (Rule rule : met) {
            if (random.nextDouble() >= FIRING) {
                continue;
            }
            if (rule.kind() == Rule.Kind.INHIBITOR) {
                stopped.add(rule.target());
            } else {
                int lag = SHORTEST_LAG + random.nextInt(LONGEST_LAG - SHORTEST_LAG + 1);
                due.computeIfAbsent(visit + lag, v -> new ArrayList<>()).add(rule);
            }
        }
    }

    private boolean isMet(Rule rule, int item, int visit) {
        if (rule.kind() != Rule.Kind.CONJUNCTION) {
            return rule.first() == item;
        }
        if (rule.first() != item && rule.second() != item) {
            return false;
        }
        Integer other = lastVisit.get(rule.first() == item ? rule.second() : rule.first());
        return other != null && visit - other <= CONJUNCTION_WINDOW;
    }
}
