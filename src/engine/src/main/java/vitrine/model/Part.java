package vitrine.model;

/**
 * A piece of the question that can be given credit: one history item, the user's own vector, an attribute of the user or the
 * candidate, a part of the context.
 *
 * @param kind what it is
 * @param index history: position in the query's history; user: 0 for the user as such, else 1 + number of the attribute; item:
 *     number of the attribute; context: place in {@link Context.Part}
 * @param from first coordinate of the part in the {@link PartedScore}
 * @param to one past its last coordinate
 */
public record Part(Kind kind, int index, int from, int to) {
    /** Where a part comes from. */
    public enum Kind {
        HISTORY,
        USER,
        ITEM,
        CONTEXT
    }
}
