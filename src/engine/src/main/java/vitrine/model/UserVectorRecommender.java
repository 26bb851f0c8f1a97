package vitrine.model;

import vitrine.network.DifferentiableFunction;

/**
 * A recommender that knows a user by a trained vector and nothing else: the history was read in training and is read no
 * more. Another history is answered by {@link FoldIn}, which fits the vector anew.
 */
public interface UserVectorRecommender extends Recommender {
    @Override
    default boolean readsHistory() {
        return false;
    }

    /** Table row of a user; behind them all the unknown user's, for {@link Query#UNKNOWN_USER}. */
    default int userRow(int user) {
        return user == Query.UNKNOWN_USER ? users().size() : user;
    }

    /** Numbers of a user's vector. */
    int vectorLength();

    /** A user's trained vector: of row 0 … {@code users().size() - 1}. */
    double[] vector(int row);

    /** Scores as if {@code vector} were a user's. */
    void score(double[] vector, int[] candidates, double[] scores);

    /**
     * What the model's training makes small, as a function of one user's vector, everything else fixed; without any pull on
     * the vector.
     *
     * @param chosen the user's items, at least one
     * @param weights how much each counts, in [0, 1]
     * @param others items the user has not chosen, at least one; they stand for all of them
     * @param negatives drawn for each chosen item in training; of meaning where each item is taught by itself
     */
    DifferentiableFunction lossOfUser(int[] chosen, float[] weights, int[] others, int negatives);
}
