package vitrine.data.showcase;

import java.nio.file.Path;
import java.util.List;

/**
 * What was made.
 *
 * @param files interactions, items, users, truth, rules
 * @param events purchases, one a mechanism's event: the lines of the truth file
 * @param rows lines of the interactions file: the purchases with their views and carts
 */
public record ShowcaseSummary(List<Path> files, int users, int items, long events, long rows) {
    public ShowcaseSummary {
        files = List.copyOf(files);
    }
}
