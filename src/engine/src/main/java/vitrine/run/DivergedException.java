package vitrine.run;

/** A training's loss is not a number any more: its settings do not suit the data. */
public final class DivergedException extends BadInputException {
    private static final long serialVersionUID = 1L;

    public DivergedException(String sentence) {
        super(sentence);
    }
}
