package vitrine.desktop.task;

import vitrine.run.VitrineException;

/**
 * Why a job gave no result.
 *
 * @param sentence for the card that failed: what happened and what to do
 * @param cancelled whether the user stopped it: then nothing is wrong
 * @param cause for the log
 */
public record Failure(String sentence, boolean cancelled, Throwable cause) {
    /** Whether the program itself is at fault. */
    public boolean isDefect() {
        return !(cause instanceof VitrineException);
    }
}
