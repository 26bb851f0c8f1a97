package vitrine.train;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vitrine.run.WrongUsageException;

/**
 * When to write checkpoints: each so many batches, or each so many seconds.
 *
 * @param batches 1 to 1,000,000,000; 0: by time
 * @param seconds 1 to 86,400; 0: by batches
 */
public record CheckpointSchedule(int batches, int seconds) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})(s?)");
    private static final int DAY = 86_400;

    /** @throws WrongUsageException unless the text is a number of batches ({@code 500}) or of seconds ({@code 30s}) */
    public static CheckpointSchedule of(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw refused(text);
        }
        int number = Integer.parseInt(matcher.group(1));
        boolean inSeconds = !matcher.group(2).isEmpty();
        if (inSeconds && number > DAY) {
            throw refused(text);
        }
        return inSeconds ? new CheckpointSchedule(0, number) : new CheckpointSchedule(number, 0);
    }

    private static WrongUsageException refused(String text) {
        return new WrongUsageException(
                "--checkpoint-every must be a number of batches such as 500, or of seconds up to " + DAY
                        + " such as 30s, not \"" + text + "\".");
    }

    /**
     * @param batchesSince done since the last checkpoint
     * @param nanosSince passed since then
     */
    public boolean isDue(long batchesSince, long nanosSince) {
        return batches > 0 ? batchesSince >= batches : nanosSince >= seconds * 1_000_000_000L;
    }
}
