package vitrine.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import vitrine.run.AtomicFiles;
import vitrine.run.BadInputException;

/**
 * A folder that remembers what was asked: {@code study.json} holds every step's request and the fingerprint of its
 * result, in order. No clock, no duration: the same steps give the same file. Each append replaces the file whole, under
 * a lock, after reading it again: two programs that record at the same time both keep their steps.
 */
public final class Study {
    /** Version of the file's layout; a newer one is refused, never guessed at. */
    public static final int SCHEMA = 1;

    private static final String FILE = "study.json";
    private static final long MAX_BYTES = 16L << 20;
    private static final int MAX_STEPS = 100_000;

    private final Path folder;
    private final JsonMapper json;

    private Study(Path folder) {
        this.folder = folder;
        this.json = StudyJson.forFolder(folder);
    }

    /** @throws BadInputException when the folder holds no study, or one that cannot be read */
    public static Study open(Path folder) {
        Study study = new Study(folder);
        if (!Files.exists(study.file())) {
            throw new BadInputException(folder + " holds no study (" + FILE
                    + " is missing). Record a first step there with --study and --interactions.");
        }
        study.steps();
        return study;
    }

    /** Like {@link #open}, but a folder without a study is an empty one; nothing is written before the first step. */
    public static Study openOrCreate(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInputException(folder + " is a file, but a study is a folder. Choose another name.");
        }
        return Files.exists(folder.resolve(FILE)) ? open(folder) : new Study(folder);
    }

    public Path folder() {
        return folder;
    }

    /** The steps as they are on disk now; empty before the first. */
    public List<StudyStep> steps() {
        if (!Files.exists(file())) {
            return List.of();
        }
        JsonNode root = load();
        JsonNode schema = root.path("schema");
        if (!schema.isInt() || schema.intValue() < 1) {
            throw damaged("it names no schema");
        }
        if (schema.intValue() > SCHEMA) {
            throw new BadInputException(file() + " was written by a newer Vitrine (schema " + schema.intValue()
                    + ", this one reads up to " + SCHEMA + "). Update Vitrine, or start a new study folder.");
        }
        if (!(root.path("steps") instanceof ArrayNode list) || list.size() > MAX_STEPS) {
            throw damaged("its list of steps is missing or longer than " + MAX_STEPS);
        }
        List<StudyStep> steps = new ArrayList<>(list.size());
        for (JsonNode step : list) {
            steps.add(step(step, steps.size() + 1));
        }
        return List.copyOf(steps);
    }

    /**
     * Adds a step.
     *
     * @param request the request record
     * @param result the result record; only its fingerprint is kept
     * @return the step as recorded
     */
    public StudyStep append(String verb, Object request, Object result) {
        StudyStep step = new StudyStep(verb, json.valueToTree(request), ResultFingerprint.of(json.valueToTree(result)));
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("study.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                List<StudyStep> all = new ArrayList<>(steps());
                all.add(step);
                write(all);
            }
        } catch (OverlappingFileLockException e) {
            throw new BadInputException(
                    "Another part of this program is recording in " + folder + " right now. Try again.", e);
        } catch (IOException e) {
            throw new BadInputException(
                    "Cannot record the step in " + folder + ": " + e.getMessage()
                            + ". The result itself is not affected; choose a folder you may write to.",
                    e);
        }
        return step;
    }

    /**
     * A recorded request, or a part of one, as the record it was.
     *
     * @throws BadInputException when the JSON does not fit the record
     */
    public <T> T read(JsonNode request, Class<T> type) {
        try {
            return json.treeToValue(request, type);
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            throw damaged("a recorded request is not a " + type.getSimpleName(), e);
        }
    }

    private Path file() {
        return folder.resolve(FILE);
    }

    private JsonNode load() {
        Path file = file();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw damaged("it is larger than " + (MAX_BYTES >> 20) + " MB");
            }
            return json.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw damaged("it is not JSON" + at(e), e);
        } catch (IOException e) {
            throw new BadInputException(
                    "Cannot read " + file + ": " + e.getMessage() + ". Check that you may read it.", e);
        }
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    private StudyStep step(JsonNode step, int number) {
        JsonNode verb = step.path("verb");
        JsonNode request = step.path("request");
        JsonNode sha = step.path("resultSha256");
        if (!verb.isTextual()
                || !request.isObject()
                || !sha.isTextual()
                || !sha.textValue().matches("[0-9a-f]{64}")) {
            throw damaged("step " + number + " lacks its verb, request or resultSha256");
        }
        return new StudyStep(verb.textValue(), request, sha.textValue());
    }

    private void write(List<StudyStep> steps) throws IOException {
        ObjectNode root = json.createObjectNode();
        root.put("schema", SCHEMA);
        root.set("steps", json.valueToTree(steps));
        byte[] bytes = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        if (bytes.length > MAX_BYTES || steps.size() > MAX_STEPS) {
            throw new BadInputException("The study in " + folder + " is full. Start a new study folder.");
        }
        AtomicFiles.write(file(), out -> out.write(bytes));
    }

    private BadInputException damaged(String why) {
        return damaged(why, null);
    }

    private BadInputException damaged(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        String sentence = file() + " is damaged: " + why + ". Restore it from a copy, or start a new study folder.";
        return cause == null ? new BadInputException(sentence) : new BadInputException(sentence, cause);
    }
}
