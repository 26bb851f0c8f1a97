package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that say what is to be found.
 *
 * @param test pairs of user and item, read like the training data
 * @param columns roles of the columns of {@code test} when they are not those of the training data; empty: the same
 * @param negatives the other candidates of each user: lines of {@code (user,item)}, then items, with tabs between (the
 *     format of He et al., 2017), or pairs like {@code test}
 */
public record GivenFiles(Path test, List<String> columns, Optional<Path> negatives) {
    public GivenFiles {
        columns = List.copyOf(columns);
    }
}
