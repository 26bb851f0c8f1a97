package vitrine.run;

/** The model (or method) is sound but cannot do what was asked; the message says what it can. Exit code 4. */
public final class CannotAnswerException extends VitrineException {
    private static final long serialVersionUID = 1L;

    public CannotAnswerException(String sentence) {
        super(sentence);
    }
}
