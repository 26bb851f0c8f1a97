package vitrine.data.showcase;

import java.util.Locale;

/**
 * A planted cause.
 *
 * @param first the trigger a
 * @param second the second trigger a' of a conjunction, else {@link #NONE}
 * @param target the consequence b, or the item c that an inhibitor ends
 * @param segment the only segment the rule works in, or {@link #NONE} for all
 */
record Rule(Kind kind, int first, int second, int target, int segment) {
    static final int NONE = -1;

    /** How a rule works. */
    enum Kind {
        /** After a, b follows, for everybody. */
        PLAIN,
        /** After a, b follows, in one segment: its staples keep company with b and look like causes. */
        CONFOUNDED,
        /** After a and a' within 12 visits of each other, b follows. */
        CONJUNCTION,
        /** After a, the user stops buying c. */
        INHIBITOR;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean worksFor(Shopper shopper) {
        return segment == NONE || segment == shopper.segment();
    }
}
