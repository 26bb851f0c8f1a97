package vitrine.assess.tournament;

import java.util.Optional;
import vitrine.metric.BootstrapInterval;

/** What a tournament says of a method on a model, by F against plain item similarity and by the check of randomisation. */
public enum MethodVerdict {
    /** The 95 % interval of F - F(cosine) lies below -.01: item similarity tells more about the model than the method does. */
    RED("red"),
    /** Neither: the interval reaches below -.01, or the explanations survive a model that has forgotten everything. */
    AMBER("amber"),
    /** The interval lies above -.01, and the check of randomisation, where it could be judged, is passed. */
    GREEN("green");

    private static final double BEHIND = -.01;

    /** Fewest users for any verdict; one to rely on needs 200. */
    public static final int FEWEST_USERS = 20;

    private final String code;

    MethodVerdict(String code) {
        this.code = code;
    }

    /** The word in JSON. */
    public String code() {
        return code;
    }

    /** @param difference of F - F(cosine) over users */
    public static MethodVerdict of(BootstrapInterval difference, Optional<RandomisationCheck> randomisation) {
        if (difference.high() < BEHIND) {
            return RED;
        }
        boolean fails = randomisation.map(RandomisationCheck::fails).orElse(false);
        return difference.low() < BEHIND || fails ? AMBER : GREEN;
    }
}
