package vitrine.data.showcase;

import java.util.ArrayList;
import java.util.List;

/**
 * The 24 planted rules over the dealt items: 4 plain, 12 confounded (3 a segment), 4 conjunctions, using each of the 24
 * triggers and 20 consequences exactly once; and 4 inhibitors, one a segment, by which the trigger of a plain rule ends
 * the sales of one of the segment's staples. A staple is what a shopper would otherwise keep buying about three times a
 * year, so the missing sales can be seen; only the segment that knows the staple can lose it.
 */
final class RuleBook {
    static final int PLAIN = 4;
    static final int CONFOUNDED = 12;
    static final int CONJUNCTIONS = 4;

    private final List<Rule> rules;

    RuleBook(ItemRoles roles) {
        int segments = Shopper.SEGMENTS.size();
        int[] a = roles.triggers();
        int[] b = roles.consequences();
        List<Rule> made = new ArrayList<>();
        int trigger = 0;
        for (int i = 0; i < PLAIN; i++) {
            made.add(new Rule(Rule.Kind.PLAIN, a[trigger++], Rule.NONE, b[made.size()], Rule.NONE));
        }
        for (int i = 0; i < CONFOUNDED; i++) {
            made.add(new Rule(Rule.Kind.CONFOUNDED, a[trigger++], Rule.NONE, b[made.size()], i % segments));
        }
        for (int i = 0; i < CONJUNCTIONS; i++) {
            made.add(new Rule(Rule.Kind.CONJUNCTION, a[trigger++], a[trigger++], b[made.size()], Rule.NONE));
        }
        for (int segment = 0; segment < segments; segment++) {
            made.add(new Rule(Rule.Kind.INHIBITOR, a[segment], Rule.NONE, roles.staples()[segment][0], segment));
        }
        rules = List.copyOf(made);
    }

    List<Rule> rules() {
        return rules;
    }

    /** The rules that work for a shopper, in book order. */
    List<Rule> rulesFor(Shopper shopper) {
        return rules.stream().filter(rule -> rule.worksFor(shopper)).toList();
    }
}
