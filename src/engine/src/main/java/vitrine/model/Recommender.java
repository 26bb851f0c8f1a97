package vitrine.model;

import vitrine.data.IdIndex;

/** Scores items for a query. Implementations are immutable once trained and safe for use by several threads. */
public interface Recommender {
    /** The name in the registry and on the command line: {@code cnn}, {@code itemknn}. */
    String name();

    IdIndex users();

    IdIndex items();

    /** Longest history the model looks at; longer queries are cut to their newest items by the caller. */
    default int maxHistory() {
        return Integer.MAX_VALUE;
    }

    /** Whether the history can change a score at all; a model that says no has nothing to explain. */
    default boolean readsHistory() {
        return true;
    }

    /** How many of the newest history items can matter to a score. */
    default int historyRead() {
        return readsHistory() ? maxHistory() : 0;
    }

    /** The question in which nothing is known that can be taken away: the empty history (weights 0) of an unknown user. */
    default Query reference(Query query) {
        return query.withWeights(new float[query.history().length]).withUser(Query.UNKNOWN_USER);
    }

    /** Whether a part says anything in this question; what says nothing cannot be taken away. */
    default boolean isPresent(Query query, int item, Part.Kind kind, int index) {
        return switch (kind) {
            case HISTORY -> query.weights()[index] > 0;
            case USER -> query.user() != Query.UNKNOWN_USER;
            case ITEM, CONTEXT -> false;
        };
    }

    /** The same question with one part at its reference: a history item by weight 0 in place, the user by being unknown. */
    default Query without(Query query, Part.Kind kind, int index) {
        return switch (kind) {
            case HISTORY -> query.withWeight(index, 0f);
            case USER -> query.withUser(Query.UNKNOWN_USER);
            case ITEM, CONTEXT -> throw new IllegalArgumentException(name() + " reads no such part: " + kind);
        };
    }

    /**
     * Scores before any squashing: higher is better, comparable within one query only.
     *
     * @param candidates item numbers
     * @param scores receives one score a candidate
     */
    void score(Query query, int[] candidates, double[] scores);

    default double score(Query query, int item) {
        double[] score = new double[1];
        score(query, new int[] {item}, score);
        return score[0];
    }
}
