package vitrine.data.showcase;

import java.util.Locale;
import vitrine.run.BadInputException;

/** How large a shop to make; refuses sizes the recipe cannot fill. */
record ShopSize(int users, int items, int events) {
    static final int MOST_USERS = 1_000_000;
    static final int FEWEST_ITEMS = 250;
    static final int MOST_ITEMS = 200_000;
    static final int MOST_EVENTS_PER_USER = 500;

    /** @throws BadInputException when a number is out of its range; the message states the range */
    ShopSize {
        check("users", users, 1, MOST_USERS, "");
        check("items", items, FEWEST_ITEMS, MOST_ITEMS, " (188 of them play a part in the planted causes)");
        long most = Math.min(Integer.MAX_VALUE, (long) users * MOST_EVENTS_PER_USER);
        check("events", events, users, most, " for " + users + " users (1 to 500 a user)");
    }

    double eventsPerUser() {
        return (double) events / users;
    }

    private static void check(String name, int value, long least, long most, String why) {
        if (value < least || value > most) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "The showcase shop cannot be made with %s = %d: give a number from %d to %d%s.",
                    name,
                    value,
                    least,
                    most,
                    why));
        }
    }
}
