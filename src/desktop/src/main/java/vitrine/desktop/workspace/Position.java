package vitrine.desktop.workspace;

/** Where the analyst is: ids of a model run, a user and an item; empty strings where nothing is chosen yet. */
public record Position(String model, String user, String item) {
    public static final Position NOWHERE = new Position("", "", "");

    public Position withModel(String id) {
        return new Position(id, user, item);
    }

    /** Another user: the item stays; a screen that finds it is not in the new list moves on to the first. */
    public Position withUser(String id) {
        return new Position(model, id, item);
    }

    public Position withItem(String id) {
        return new Position(model, user, id);
    }
}
