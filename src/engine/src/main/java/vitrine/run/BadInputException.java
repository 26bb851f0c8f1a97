package vitrine.run;

/** A file, field or value from outside is not what it should be; nothing was written. Exit code 3. */
public sealed class BadInputException extends VitrineException permits DivergedException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String sentence) {
        super(sentence);
    }

    public BadInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
