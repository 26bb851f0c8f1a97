package vitrine.explain.counterfactual;

/** What a change is to bring about. */
public enum Goal {
    /** The item is among the first k and is to fall behind them. */
    DROP,
    /** The item is behind the first k and is to come among them. */
    LIFT;

    /** Of an item at {@code rank}, 1 the best: what is not so yet. */
    public static Goal of(int rank, int k) {
        return rank <= k ? DROP : LIFT;
    }

    /** Whether {@code rank} is what was wished for. */
    public boolean isReached(int rank, int k) {
        return of(rank, k) != this;
    }
}
