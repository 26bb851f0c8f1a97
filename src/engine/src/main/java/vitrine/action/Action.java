package vitrine.action;

import vitrine.run.JobContext;

/**
 * A verb: what the window, the command line and a replay all call.
 *
 * @param <Q> request record
 * @param <R> result record
 */
@FunctionalInterface
public interface Action<Q, R> {
    /** @throws vitrine.run.VitrineException with a sentence the user can act on */
    R run(Q request, JobContext context);
}
