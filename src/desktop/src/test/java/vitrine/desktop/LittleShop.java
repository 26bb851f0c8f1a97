package vitrine.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A shop small enough to train on in a second. */
public final class LittleShop {
    private static final int USERS = 40;
    private static final int EACH = 7;
    private static final Instant START = Instant.parse("2024-01-01T08:00:00Z");

    private LittleShop() {}

    /** Users with even numbers buy among the first eight products, the others among the last eight. */
    public static Path write(Path folder) {
        return write(folder, USERS);
    }

    /** The same for so many users: calibration needs a hundred. */
    public static Path write(Path folder, int users) {
        StringBuilder csv = new StringBuilder("user,item,title,time,price,quantity\n");
        for (int user = 0; user < users; user++) {
            for (int i = 0; i < EACH; i++) {
                int item = (user % 2) * 8 + (user / 2 + i) % 8;
                csv.append('u')
                        .append(user)
                        .append(",p")
                        .append(item)
                        .append(",Product ")
                        .append(item)
                        .append(',')
                        .append(START.plusSeconds(86_400L * (user + 7L * i)))
                        .append(",2.50,1\n");
            }
        }
        csv.append("u1,p1,Product 1,2024-02-01T08:00:00Z,0,1\n");
        return write(folder, csv.toString());
    }

    /** The same purchases in the same order, of which nobody knows the moment. */
    public static Path writeWithoutTimes(Path folder) {
        StringBuilder csv = new StringBuilder("user,item\n");
        for (int user = 0; user < USERS; user++) {
            for (int i = 0; i < EACH; i++) {
                csv.append('u')
                        .append(user)
                        .append(",p")
                        .append((user % 2) * 8 + (user / 2 + i) % 8)
                        .append('\n');
            }
        }
        return write(folder, csv.toString());
    }

    private static Path write(Path folder, String csv) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("shop.csv"), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
