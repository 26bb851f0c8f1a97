package vitrine.explain.counterfactual;

/**
 * What can be ruled out without asking the model. Options are numbered in the order of the search; a set is built option by
 * option, each with a larger number than the one before. An answer of false is a proof, true says nothing.
 */
interface Bound {
    /** Rules nothing out: for models of which nothing is known. */
    Bound NONE = new Bound() {
        @Override
        public void push(int option) {}

        @Override
        public void pop() {}

        @Override
        public boolean mayReach(int next, int more) {
            return true;
        }

        @Override
        public boolean mayReach(int size) {
            return true;
        }
    };

    void push(int option);

    void pop();

    /** Whether the set so far with {@code more} options numbered {@code next} or above may reach the goal. */
    boolean mayReach(int next, int more);

    /** Whether any set of {@code size} options may. */
    boolean mayReach(int size);
}
