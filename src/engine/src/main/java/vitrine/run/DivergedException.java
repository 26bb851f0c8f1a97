package vitrine.run;

/** A training's loss is not a number any more: its settings do not suit the data. */
public final class DivergedException extends BadInputException {
    private static final long serialVersionUID = 1L;

    private final String what;

    public DivergedException(String sentence) {
        super(sentence);
        this.what = sentence;
    }

    private DivergedException(String what, String advice) {
        super(what + advice);
        this.what = what;
    }

    /**
     * With the advice to lower the learning rate.
     *
     * @param what happened, in whole sentences
     * @param asked the rate that was asked for
     */
    public static DivergedException at(String what, double asked) {
        return new DivergedException(what, " Lower the learning rate (--lr, now " + asked + ") and try again.");
    }

    /** The same, naming the rate that was asked for where training made another of it. */
    public DivergedException asked(double rate) {
        return at(what, rate);
    }
}
