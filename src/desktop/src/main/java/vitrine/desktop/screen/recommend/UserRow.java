package vitrine.desktop.screen.recommend;

/** A user found; {@code events} is the number of recorded actions. */
record UserRow(String id, int events) {}
