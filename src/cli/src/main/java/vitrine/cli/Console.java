package vitrine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vitrine.run.BadInputException;

/**
 * Where the command line writes: results to {@code out}, everything else to {@code err}, both UTF-8. A reader that went
 * away ({@code | head}) ends the output quietly; a full disk does not.
 */
final class Console {
    private final OutputStream out;
    private final PrintWriter err;
    private final boolean terminal;

    /** @param terminal whether {@code err} is a terminal that understands carriage returns */
    Console(OutputStream out, OutputStream err, boolean terminal) {
        this.out = out;
        this.err = new PrintWriter(new java.io.OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.terminal = terminal;
    }

    boolean isTerminal() {
        return terminal;
    }

    PrintWriter err() {
        return err;
    }

    /** Writes a whole result; {@code text} brings its own line ends. */
    void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
                throw new BadInputException(
                        "The result could not be written to standard output: " + reason
                                + ". Make room or send it elsewhere, then run the command again.",
                        e);
            }
        }
    }

    void tell(String line) {
        err.println(line);
    }
}
