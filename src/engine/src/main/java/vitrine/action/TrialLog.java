package vitrine.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vitrine.action.SearchResult.Trial;
import vitrine.run.AtomicFiles;
import vitrine.run.BadInputException;
import vitrine.run.WrongUsageException;

/** What a search has tried, in memory and, when there is a file, on disk after every trial: whole or not at all. */
final class TrialLog {
    private static final long MOST_BYTES = 64L << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Optional<Path> file;
    private final SortedMap<String, String> question;
    private final List<Trial> trials = new ArrayList<>();

    private TrialLog(Optional<Path> file, SortedMap<String, String> question) {
        this.file = file;
        this.question = question;
    }

    /**
     * Reads the file if it is there.
     *
     * @param question what must be the same for trials to be used again
     * @throws WrongUsageException when the file is of another search
     * @throws BadInputException when it is damaged, with the line
     */
    static TrialLog open(Optional<Path> file, Map<String, String> question) {
        TrialLog log = new TrialLog(file, new TreeMap<>(question));
        if (file.isPresent() && Files.exists(file.get())) {
            log.read(file.get());
        }
        return log;
    }

    private void read(Path path) {
        int number = 0;
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new BadInputException(path + " is too large for a file of trials. Name another with --trials.");
            }
            for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
                number++;
                if (number == 1) {
                    requireSame(path, JSON.readValue(line, TreeMap.class));
                } else {
                    Trial trial = JSON.readValue(line, Trial.class);
                    if (!isWhole(trial)) {
                        throw new BadInputException(damaged(path, number));
                    }
                    trials.add(trial);
                }
            }
        } catch (JsonProcessingException e) {
            throw new BadInputException(damaged(path, number), e);
        } catch (IOException e) {
            throw new BadInputException("Cannot read " + path + ": " + e + ". Name another file with --trials.", e);
        }
    }

    /** JSON may say null where a record may not. */
    private static boolean isWhole(@Nullable Trial trial) {
        return trial != null
                && trial.parameters() != null
                && !trial.parameters().containsValue(null);
    }

    private static String damaged(Path path, int number) {
        return path + ", line " + number + ": this is no trial of a search. Remove the line, or name another file with"
                + " --trials.";
    }

    private void requireSame(Path path, Map<?, ?> found) {
        if (!question.equals(found)) {
            throw new WrongUsageException(path + " holds trials of another search (" + found + "; this one is "
                    + question + "). Repeat its options, or name another file with --trials.");
        }
    }

    Optional<Trial> find(int candidate, int rung) {
        return trials.stream()
                .filter(trial -> trial.candidate() == candidate && trial.rung() == rung)
                .findFirst();
    }

    void add(Trial trial) {
        trials.add(trial);
        file.ifPresent(path -> AtomicFiles.writeString(path, text()));
    }

    List<Trial> trials() {
        return List.copyOf(trials);
    }

    private String text() {
        try {
            StringBuilder lines = new StringBuilder(JSON.writeValueAsString(question)).append('\n');
            for (Trial trial : trials) {
                lines.append(JSON.writeValueAsString(trial)).append('\n');
            }
            return lines.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a trial could not be written as JSON", e);
        }
    }
}
