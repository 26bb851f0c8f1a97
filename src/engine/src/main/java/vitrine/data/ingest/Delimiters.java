package vitrine.data.ingest;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import vitrine.run.BadInputException;

/** Which character stands between cells: given by the format's name, or guessed from the first lines. */
final class Delimiters {
    private static final int LINES = 30;

    private Delimiters() {}

    static char of(Path file, byte[] head, Optional<String> format) {
        return switch (format.orElse("")) {
            case "" -> guess(file, head, ",\t;|");
            case "csv" -> guess(file, head, ",;|");
            case "tsv" -> '\t';
            default ->
                throw new BadInputException("Vitrine reads the formats csv, tsv and, of interactions, sequences; not \""
                        + format.get() + "\". Export the table as CSV in UTF-8.");
        };
    }

    /** The candidate that cuts most of the first lines into the same number of cells; of equals, into more cells. */
    private static char guess(Path file, byte[] head, String candidates) {
        char best = candidates.charAt(0);
        long bestScore = 0;
        for (int i = 0; i < candidates.length(); i++) {
            char candidate = candidates.charAt(i);
            long score = score(file, head, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(Path file, byte[] head, char candidate) {
        ReadLimits wide = new ReadLimits(head.length, head.length + 1, head.length + 1, head.length + 2);
        int columns = 0;
        int agreeing = 0;
        try (DelimitedReader reader = new DelimitedReader(new ByteArrayInputStream(head), file, candidate, wide)) {
            for (int line = 0; line < LINES && reader.next(); line++) {
                columns = line == 0 ? reader.fields() : columns;
                agreeing += reader.fields() == columns ? 1 : 0;
            }
        } catch (BadInputException cutOffOrHostile) {
            // The head may end inside a quote; a hostile file is refused with its line when it is read in earnest.
            return vote(columns, agreeing);
        }
        return vote(columns, agreeing);
    }

    private static long vote(int columns, int agreeing) {
        return columns < 2 ? 0 : (long) agreeing * Integer.MAX_VALUE + columns;
    }
}
