package vitrine.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.run.AtomicFiles;
import vitrine.run.BadInputException;
import vitrine.words.Bilingual;

/**
 * The cleaning steps as switches. Written to a file it is the list that {@link DataOptions#cleaning} names.
 *
 * @param steps in the order in which they run
 */
public record CleaningList(List<Step> steps) {
    private static final String MISSING_USER = "missing-user";
    private static final String WEIGHTS = "event-weights";
    private static final String K_CORE = "k-core";

    public CleaningList {
        steps = List.copyOf(steps);
    }

    /**
     * One switch.
     *
     * @param name as in results
     * @param minUser k-core only: least number of positive rows a user
     * @param minItem k-core only: least number of positive rows an item
     */
    public record Step(String name, boolean on, int minUser, int minItem) {
        /** What the step does, in a few words. */
        public Bilingual title() {
            return CleaningWords.of(name);
        }

        /** Rows without user or item always go, and events always get weights. */
        public boolean canBeSwitchedOff() {
            return !name.equals(MISSING_USER) && !name.equals(WEIGHTS);
        }

        public boolean hasBounds() {
            return name.equals(K_CORE);
        }

        public Step switched(boolean to) {
            return new Step(name, to, minUser, minItem);
        }
    }

    /** The steps {@code options} ask for: its saved list, or the default one with its bounds. */
    public static CleaningList of(DataOptions options) {
        return options.cleaning().map(CleaningList::read).orElseGet(() -> standard(options));
    }

    private static CleaningList read(Path file) {
        try {
            List<Step> steps = new ArrayList<>();
            for (JsonNode entry : JsonMapper.builder().build().readTree(Files.readAllBytes(file))) {
                steps.add(new Step(
                        entry.path("step").asText(),
                        entry.path("on").asBoolean(true),
                        entry.path("minUser").asInt(0),
                        entry.path("minItem").asInt(0)));
            }
            return new CleaningList(steps);
        } catch (IOException e) {
            throw new BadInputException(
                    "Cannot read the cleaning list " + file + ": " + e.getMessage() + ". Save it again.", e);
        }
    }

    private static CleaningList standard(DataOptions options) {
        return new CleaningList(List.of(
                step("user-id-suffix", true),
                step(MISSING_USER, true),
                step("returns", true),
                step("non-positive-price", true),
                step("duplicates", true),
                step("non-product-codes", options.productsOnly()),
                step(WEIGHTS, true),
                new Step(
                        K_CORE,
                        options.minUser() > 0 || options.minItem() > 0,
                        options.minUser(),
                        options.minItem() > 0 || options.minUser() > 0 ? options.minItem() : 5)));
    }

    private static Step step(String name, boolean on) {
        return new Step(name, on, 0, 0);
    }

    /** The same list with one step switched. */
    public CleaningList with(String name, boolean on) {
        return new CleaningList(steps.stream()
                .map(s -> s.name().equals(name) ? s.switched(on) : s)
                .toList());
    }

    /** Writes the list and returns {@code options} that follow it. Weights and bounds of values stay as they were. */
    public DataOptions applyTo(DataOptions options, Path file) {
        AtomicFiles.writeString(file, json());
        return new DataOptions(
                options.interactions(),
                options.items(),
                options.users(),
                options.format(),
                options.mapping(),
                options.columns(),
                Optional.of(file),
                options.eventWeights(),
                options.minValue().isPresent() ? options.minValue() : OptionalDouble.empty(),
                0,
                0,
                false);
    }

    private String json() {
        JsonMapper json = JsonMapper.builder().build();
        ArrayNode list = json.createArrayNode();
        for (Step step : steps) {
            ObjectNode entry = list.addObject().put("step", step.name()).put("on", step.on());
            if (step.hasBounds()) {
                entry.put("minUser", step.minUser()).put("minItem", step.minItem());
            }
        }
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of steps is always JSON", e);
        }
    }
}
