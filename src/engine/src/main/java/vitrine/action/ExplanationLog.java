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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vitrine.run.AtomicFiles;
import vitrine.words.Bilingual;

/** The checked explanations of a study, newest last, one for each run, user and item. */
final class ExplanationLog {
    private static final Logger LOG = LoggerFactory.getLogger(ExplanationLog.class);
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

    /** A missing file is an empty log, and so is a damaged one: explanations are checked again when they are looked at. */
    static List<StoredExplanation> read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                Document document = JSON.readValue(Files.readAllBytes(file), Document.class);
                return document == null ? List.of() : document.explanations();
            }
        } catch (IOException e) {
            LOG.warn("{} is not readable and is left aside", file, e);
        }
        return List.of();
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
