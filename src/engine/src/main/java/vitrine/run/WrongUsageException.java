package vitrine.run;

/** A flag or parameter is unknown or out of range; the message states what is allowed. Exit code 2. */
public final class WrongUsageException extends VitrineException {
    private static final long serialVersionUID = 1L;

    public WrongUsageException(String sentence) {
        super(sentence);
    }
}
