package vitrine.data.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import vitrine.data.prepare.CleaningPlan;
import vitrine.data.prepare.CleaningStep;
import vitrine.data.prepare.Duplicates;
import vitrine.data.prepare.EventWeights;
import vitrine.data.prepare.KCore;
import vitrine.data.prepare.MissingUser;
import vitrine.data.prepare.NonPositivePrice;
import vitrine.data.prepare.NonProductCodes;
import vitrine.data.prepare.Returns;
import vitrine.data.prepare.UserIdSuffix;
import vitrine.run.BadInputException;

/**
 * Reads a saved cleaning list: {@code [{"step": "returns", "on": true}, {"step": "k-core", "minUser": 5}]}. The list's
 * order is the order of the steps; a step that is not listed does not run, except that rows without user or item always
 * go and events always get weights. What the request gives (weights, bounds) overrides the list.
 */
final class CleaningListReader {
    private static final long MOST_BYTES = 1 << 20;
    private static final String MISSING_USER = "missing-user";
    private static final String PRODUCT_CODES = "non-product-codes";
    private static final String WEIGHTS = "event-weights";
    private static final String K_CORE = "k-core";
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "user-id-suffix",
            Set.of(),
            MISSING_USER,
            Set.of(),
            "returns",
            Set.of(),
            "non-positive-price",
            Set.of(),
            "duplicates",
            Set.of(),
            PRODUCT_CODES,
            Set.of(),
            WEIGHTS,
            Set.of("weights", "minValue"),
            K_CORE,
            Set.of("minUser", "minItem"));

    private final Path file;
    private final ReadRequest request;
    private final List<CleaningStep> steps = new ArrayList<>();
    private final Set<String> listed = new HashSet<>();
    private int number;

    private CleaningListReader(Path file, ReadRequest request) {
        this.file = file;
        this.request = request;
    }

    /** @throws BadInputException naming file, entry and field */
    static CleaningPlan read(Path file, ReadRequest request) {
        CleaningListReader reader = new CleaningListReader(file, request);
        JsonNode root = parse(file);
        if (!root.isArray()) {
            throw new BadInputException(SourceFile.nameOf(file) + " is not a cleaning list. Write a JSON array such as"
                    + " [{\"step\": \"returns\", \"on\": true}].");
        }
        root.forEach(reader::entry);
        reader.addWhatIsAlwaysNeeded();
        return new CleaningPlan(reader.steps);
    }

    private static JsonNode parse(Path file) {
        if (SourceFile.sizeOf(file) > MOST_BYTES) {
            throw new BadInputException(file + " is larger than a cleaning list can be (1 MiB).");
        }
        try {
            return JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ", line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new BadInputException(
                    SourceFile.nameOf(file) + place + " is not valid JSON: " + e.getOriginalMessage()
                            + ". Correct it, or save the cleaning list again.",
                    e);
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
    }

    private void entry(JsonNode entry) {
        number++;
        JsonNode step = entry.path("step");
        if (!entry.isObject() || !step.isTextual()) {
            throw wrong("needs a field \"step\" with the name of a step");
        }
        String name = step.textValue();
        Set<String> parameters = PARAMETERS.get(name);
        if (parameters == null) {
            throw wrong("names the unknown step \"" + name + "\"; known are "
                    + String.join(", ", PARAMETERS.keySet().stream().sorted().toList()));
        }
        if (!listed.add(name)) {
            throw wrong("repeats the step \"" + name + "\"");
        }
        entry.fieldNames().forEachRemaining(field -> {
            if (!field.equals("step") && !field.equals("on") && !parameters.contains(field)) {
                throw wrong("has the unknown field \"" + field + "\"");
            }
        });
        JsonNode on = entry.path("on");
        if (!on.isMissingNode() && !on.isBoolean()) {
            throw wrong("must say true or false in \"on\"");
        }
        if (on.asBoolean(true)) {
            steps.add(step(name, entry));
        } else if (name.equals(MISSING_USER)) {
            throw wrong("cannot switch \"" + MISSING_USER + "\" off: nobody can learn from a row without user or item");
        }
    }

    private CleaningStep step(String name, JsonNode entry) {
        return switch (name) {
            case "user-id-suffix" -> new UserIdSuffix();
            case MISSING_USER -> new MissingUser();
            case "returns" -> new Returns();
            case "non-positive-price" -> new NonPositivePrice();
            case "duplicates" -> new Duplicates();
            case PRODUCT_CODES -> new NonProductCodes();
            case WEIGHTS -> weights(entry);
            default ->
                new KCore(
                        request.minUser() > 0 ? request.minUser() : bound(entry, "minUser"),
                        request.minItem() > 0 ? request.minItem() : bound(entry, "minItem"));
        };
    }

    private EventWeights weights(JsonNode entry) {
        Map<String, Double> weights = new TreeMap<>();
        JsonNode listedWeights = entry.path("weights");
        if (!listedWeights.isMissingNode() && !listedWeights.isObject()) {
            throw wrong("must hold an object in \"weights\", such as {\"purchase\": 1}");
        }
        listedWeights.properties().forEach(weight -> {
            if (!weight.getValue().isNumber()) {
                throw wrong("must give the event \"" + weight.getKey() + "\" a number");
            }
            weights.put(weight.getKey(), weight.getValue().doubleValue());
        });
        weights.putAll(request.eventWeights());
        JsonNode minValue = entry.path("minValue");
        if (!minValue.isMissingNode() && !minValue.isNumber()) {
            throw wrong("must hold a number in \"minValue\"");
        }
        boolean own = request.minValue().isEmpty() && minValue.isNumber();
        return new EventWeights(weights, own ? OptionalDouble.of(minValue.doubleValue()) : request.minValue());
    }

    private int bound(JsonNode entry, String field) {
        JsonNode bound = entry.path(field);
        if (bound.isMissingNode()) {
            return 0;
        }
        if (!bound.isInt() || bound.intValue() < 0) {
            throw wrong("must hold a whole number from 0 on in \"" + field + "\"");
        }
        return bound.intValue();
    }

    private void addWhatIsAlwaysNeeded() {
        if (!listed.contains(MISSING_USER)) {
            steps.add(0, new MissingUser());
        }
        if (request.productsOnly()
                && steps.stream().noneMatch(step -> step.name().equals(PRODUCT_CODES))) {
            steps.add(beforeKCore(), new NonProductCodes());
        }
        if (!listed.contains(WEIGHTS)) {
            steps.add(beforeKCore(), new EventWeights(request.eventWeights(), request.minValue()));
        }
        if (beforeKCore() == steps.size()) {
            steps.add(new KCore(request.minUser(), request.minItem()));
        }
    }

    private int beforeKCore() {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(K_CORE)) {
                return i;
            }
        }
        return steps.size();
    }

    private BadInputException wrong(String fault) {
        return new BadInputException(
                SourceFile.nameOf(file) + ", entry " + number + " " + fault + ". Correct the list and try again.");
    }
}
