package vitrine.network;

/** A rule that moves parameters against their gradient, number by number. */
public interface Optimizer {
    /** The rule for one tensor. */
    @FunctionalInterface
    interface Rule {
        /**
         * Moves numbers {@code from <= i < to}; disjoint stretches may move on several threads.
         *
         * @param scale what the gradient is multiplied by first, 1 unless clipped
         */
        void move(int from, int to, float scale);
    }

    /** Begins the next step; to be called before any tensor moves. */
    void beginStep();

    /** Steps begun so far. */
    long step();

    /** Whether rows that a batch did not look up move too; else they must not be shown to the rule. */
    boolean movesUntouchedRows();

    /** For the steps to come. */
    void learningRate(double rate);

    /** A lasting copy of the rule's memory. */
    OptimizerState state();

    /**
     * Puts the memory back, so that the next step is the one after {@code state}'s; the parameters are the caller's to put
     * back.
     */
    void restore(OptimizerState state);

    /** Connects the rule to a tensor's live numbers and their gradient. */
    Rule rule(String tensor, float[] weights, float[] gradients);
}
