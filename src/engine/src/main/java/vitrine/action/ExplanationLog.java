package vitrine.action;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vitrine.run.AtomicFiles;
import vitrine.run.BadInputException;
import vitrine.words.Bilingual;

/** The checked explanations of a study, newest last, one for each run, user and item. */
final class ExplanationLog {
    private static final long MAX_BYTES = 4L << 20;
    private static final int MOST = 2_000;
    private static final JsonMapper JSON = mapper();

    private ExplanationLog() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        mapper.configOverride(Bilingual.class).setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties("empty"));
        return mapper;
    }

    /** The document. */
    record Document(List<StoredExplanation> explanations) {}

    /** @throws BadInputException when the file is damaged; a missing file is an empty log */
    static List<StoredExplanation> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInputException(file + " is too large for a list of explanations. Remove it; explanations"
                        + " are checked again when they are looked at.");
            }
            return JSON.readValue(Files.readAllBytes(file), Document.class).explanations();
        } catch (IOException e) {
            throw new BadInputException(
                    "Cannot read the explanations in " + file + ": " + e.getMessage()
                            + ". Remove the file; explanations are checked again when they are looked at.",
                    e);
        }
    }

    /** Adds one; an earlier one about the same question goes, and so do the oldest of a full log. */
    static void add(Path file, StoredExplanation explanation) {
        List<StoredExplanation> all = new ArrayList<>(read(file));
        all.removeIf(explanation::isAbout);
        all.add(explanation);
        List<StoredExplanation> kept = all.subList(Math.max(0, all.size() - MOST), all.size());
        AtomicFiles.write(file, out -> out.write(JSON.writeValueAsBytes(new Document(kept))));
    }
}
