package vitrine.desktop.screen.recommend;

/**
 * Where a row came from in the unedited list.
 *
 * @param before its rank there; 0 when it was no candidate
 * @param places how far it rose; negative when it fell
 * @param isNew whether it stood below the shown part of that list
 */
record Move(int before, int places, boolean isNew) {
    static Move of(int before, int now, int shown) {
        return new Move(before, before - now, before == 0 || before > shown);
    }

    boolean stayed() {
        return places == 0;
    }
}
