package vitrine.data.ingest;

import java.util.ArrayList;
import java.util.List;
import vitrine.run.BadInputException;

/** Rows that could not be read: counted, the first hundred listed, and fatal when they are too many. */
final class Rejections {
    private static final int LISTED = 100;

    private final List<RejectedRow> listed = new ArrayList<>();
    private String firstRemedy = "";
    private long count;

    /**
     * @param rowsRead rows so far, this one included
     * @param remedy what to do when most rows are like this
     */
    void add(RejectedRow row, String remedy, long rowsRead) {
        if (count == 0) {
            firstRemedy = remedy;
        }
        if (listed.size() < LISTED) {
            listed.add(row);
        }
        count++;
        if (count == LISTED && rowsRead == LISTED) {
            throw new BadInputException(sentence("The first " + LISTED + " rows all fail. "));
        }
    }

    /** @throws BadInputException when more than half of the rows were rejected */
    void refuseTooMany(long rowsRead) {
        if (count * 2 > rowsRead) {
            throw new BadInputException(sentence(count + " of " + rowsRead + " rows fail. "));
        }
    }

    private String sentence(String howMany) {
        RejectedRow first = listed.get(0);
        return first.file() + ", line " + first.line() + ", " + first.reason() + ". " + howMany + firstRemedy;
    }

    long count() {
        return count;
    }

    List<RejectedRow> listed() {
        return List.copyOf(listed);
    }
}
