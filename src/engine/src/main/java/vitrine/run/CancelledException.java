package vitrine.run;

/** The user stopped the work. The message says what was kept. Exit code 130. */
public final class CancelledException extends VitrineException {
    private static final long serialVersionUID = 1L;

    public CancelledException(String sentence) {
        super(sentence);
    }
}
