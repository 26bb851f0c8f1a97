package vitrine.run;

/**
 * Root of every failure a user can act on. The message is a complete sentence: what, where, what to do. Doors (command
 * line, window) show it as it is; everything that is not a {@code VitrineException} is a defect of the program.
 */
public abstract class VitrineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected VitrineException(String sentence) {
        super(sentence);
    }

    protected VitrineException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
