package vitrine.data.showcase;

import java.util.Locale;

/**
 * Why an event happened. The first seven share the ordinary events; {@link #RULE} takes the place of an ordinary event
 * when the consequence of a planted rule is due.
 */
enum Mechanism {
    POPULARITY(0.13),
    SOURCES(0.36),
    STAPLES(0.25),
    TASTE(0.10),
    REGION(0.06),
    DAYPART(0.06),
    NOISE(0.04),
    RULE(0);

    private final double share;

    Mechanism(double share) {
        this.share = share;
    }

    /** Probability among ordinary events; the seven sum to 1. */
    double share() {
        return share;
    }

    /** As written in the truth file. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
