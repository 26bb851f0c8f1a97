package vitrine.model;

/**
 * A recommender that knows a user by a trained vector and nothing else: the history was read in training and is read no
 * more. An answer to an edited history needs the vector fitted anew (fold-in); until a model can do that, it can neither be
 * asked about another history nor explained by the history's items.
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
}
