package vitrine.cli;

import vitrine.action.Action;
import vitrine.run.CannotAnswerException;

/** The composition root: which engine action stands behind which command. Actions are made when they are needed. */
final class EngineVerbs {
    private EngineVerbs() {}

    static Verbs create() {
        return new Verbs(pending(), pending(), pending(), pending(), pending(), pending(), pending(), pending());
    }

    private static <Q, R> Action<Q, R> pending() {
        return (request, context) -> {
            throw new CannotAnswerException("This build of Vitrine has no engine for this command yet.");
        };
    }
}
