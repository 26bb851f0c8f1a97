package vitrine.train;

import vitrine.model.Query;
import vitrine.run.SeededRandom;

/**
 * What is taken away from training questions now and then, so that a question without it means something: the reference of
 * explanations, and the only way to ask about who or what is new.
 */
@FunctionalInterface
public interface Hiding {
    /** Share of questions that lack a part. */
    double SHARE = 0.1;

    /** The user, in one of ten questions. */
    Hiding THE_USER =
            (question, random) -> random.nextDouble() < SHARE ? question.withUser(Query.UNKNOWN_USER) : question;

    /** @param random read as often as needed */
    Query hide(Query question, SeededRandom random);
}
