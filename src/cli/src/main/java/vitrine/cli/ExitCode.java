package vitrine.cli;

import vitrine.run.BadInputException;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.VitrineException;
import vitrine.run.WrongUsageException;

/** The exit codes scripts rely on. */
final class ExitCode {
    static final int DONE = 0;
    static final int DEFECT = 1;
    static final int USAGE = 2;
    static final int BAD_INPUT = 3;
    static final int CANNOT_ANSWER = 4;
    static final int CANCELLED = 130;

    private ExitCode() {}

    static int of(VitrineException failure) {
        if (failure instanceof CancelledException) {
            return CANCELLED;
        }
        if (failure instanceof CannotAnswerException) {
            return CANNOT_ANSWER;
        }
        if (failure instanceof WrongUsageException) {
            return USAGE;
        }
        return failure instanceof BadInputException ? BAD_INPUT : DEFECT;
    }
}
