package vitrine.explain.counterfactual;

import vitrine.model.Context;
import vitrine.model.Query;

/** One change to a question. */
public sealed interface Change {
    /** The question after the change. */
    Query in(Query query);

    /** Whether both cannot be made at once. */
    boolean excludes(Change other);

    /**
     * A history item switched off: weight 0 in place, its neighbours do not move.
     *
     * @param position in the query's history
     */
    record Removal(int position) implements Change {
        @Override
        public Query in(Query query) {
            return query.withWeight(position, 0f);
        }

        @Override
        public boolean excludes(Change other) {
            return other instanceof Removal removal && removal.position == position;
        }
    }

    /**
     * Another hour, weekday, region or device.
     *
     * @param value in the numbers of {@link Context}
     */
    record Setting(Context.Part part, int value) implements Change {
        @Override
        public Query in(Query query) {
            return query.withContext(query.context().with(part, value));
        }

        @Override
        public boolean excludes(Change other) {
            return other instanceof Setting setting && setting.part == part;
        }
    }
}
