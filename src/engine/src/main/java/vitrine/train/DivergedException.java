package vitrine.train;

import vitrine.run.BadInputException;

/** Training lost its numbers: the values it was asked for cannot be learned with. */
public final class DivergedException extends BadInputException {
    private static final long serialVersionUID = 1L;

    DivergedException(String sentence) {
        super(sentence);
    }
}
