package vitrine.action;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import vitrine.run.AtomicFiles;
import vitrine.run.BadInputException;

/** What the window shows about a run beside its model file, as JSON. Holds durations, so it is no part of the model. */
final class RunLog {
    private static final long MAX_BYTES = 8L << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RunLog() {}

    /** The document. */
    record Entry(
            TrainResult result,
            int bestEpoch,
            TrainedRun.Ending ending,
            SortedMap<String, SortedMap<String, Double>> yardsticks) {
        Entry {
            Objects.requireNonNull(result);
        }
    }

    static void write(Path file, Entry entry) {
        AtomicFiles.write(file, out -> out.write(JSON.writeValueAsBytes(entry)));
    }

    /** @throws BadInputException when the file is missing or damaged */
    static Entry read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInputException(file + " is too large for a run's log. Remove it and train again.");
            }
            Entry entry = JSON.readValue(Files.readAllBytes(file), Entry.class);
            int epochs = entry.result().epochs().size();
            if (entry.bestEpoch() < 0 || entry.bestEpoch() > epochs) {
                throw new BadInputException("The run's log " + file + " is damaged: its best epoch is "
                        + entry.bestEpoch() + ", but it has " + epochs + " epochs. Remove it and train again.");
            }
            return entry;
        } catch (IOException e) {
            throw new BadInputException(
                    "Cannot read the run's log " + file + ": " + e.getMessage() + ". Train the model again.", e);
        }
    }
}
