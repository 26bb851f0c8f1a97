package vitrine.model.file;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.SortedMap;
import vitrine.provenance.Provenance;

/**
 * The first page of a model file.
 *
 * @param format always {@value #FORMAT}
 * @param version of the format; newer ones are refused
 * @param model registry name
 * @param settings sizes of the model
 * @param layers the network's description, for readers; empty for models without one
 * @param provenance what made the model
 * @param files every other part with its hash
 */
@JsonPropertyOrder({"format", "version", "model", "settings", "layers", "provenance", "files"})
record Manifest(
        String format,
        int version,
        String model,
        Map<String, Integer> settings,
        java.util.List<String> layers,
        Provenance provenance,
        SortedMap<String, Part> files) {
    static final String FORMAT = "vitrine-model";
    static final int VERSION = 1;

    /** One part of the file. */
    record Part(long bytes, String sha256) {}

    /** Strict: no unknown or doubled fields, no missing ones, bounded depth and text. */
    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(1 << 20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
}
