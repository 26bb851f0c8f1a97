package vitrine.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * SHA-256 of a result's JSON without what may differ between two honest runs: durations, rates, the number of threads.
 * Two results with the same fingerprint are the same answer.
 */
final class ResultFingerprint {
    private static final Set<String> VOLATILE =
            Set.of("seconds", "milliseconds", "examplesPerSecond", "rowsPerSecond", "threads");

    private ResultFingerprint() {}

    /** @param result JSON of the result; not changed */
    static String of(JsonNode result) {
        JsonNode stable = result.deepCopy();
        strip(stable);
        try {
            byte[] bytes = StudyJson.plain().writeValueAsString(stable).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a result could not be fingerprinted", e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(VOLATILE);
        }
        for (JsonNode child : node) {
            strip(child);
        }
    }
}
