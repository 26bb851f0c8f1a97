package vitrine.data.prepare;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vitrine.data.EventType;
import vitrine.run.BadInputException;

/**
 * Gives every row its weight by the name of its event; a row whose value is under {@code minValue} weighs nothing.
 * Names that were given a weight override the defaults, which hold for all names {@link EventNames} knows.
 */
public final class EventWeights implements CleaningStep {
    private static final Map<EventType, Float> DEFAULTS = Map.of(
            EventType.PURCHASE, 1f,
            EventType.CART, .5f,
            EventType.VIEW, .1f,
            EventType.RATING, 1f,
            EventType.RETURN, 0f);

    private final Map<String, Double> given = new TreeMap<>();
    private final OptionalDouble minValue;

    /**
     * @param given event name to weight; a weight under 0 counts as 0, since returns are taken off their purchases
     * @param minValue an interaction counts as positive from this value on
     */
    public EventWeights(Map<String, Double> given, OptionalDouble minValue) {
        given.forEach((name, weight) -> {
            if (!Double.isFinite(weight)) {
                throw new BadInputException("The weight of the event \"" + name + "\" must be a number, not " + weight
                        + ". Write for example --events purchase=1,view=0.1.");
            }
            this.given.put(key(name), Math.max(0, weight));
        });
        this.minValue = minValue;
    }

    @Override
    public String name() {
        return "event-weights";
    }

    @Override
    public boolean appliesTo(EventTable table) {
        return true;
    }

    @Override
    public StepReport apply(EventTable table) {
        float[] weightOfCode = weightsByName(table);
        long touched = 0;
        for (int row = 0; row < table.size(); row++) {
            int code = table.event(row);
            float weight = code == TextDictionary.NONE ? weightOf(table.eventType(row)) : weightOfCode[code];
            if (minValue.isPresent() && table.value(row) < minValue.getAsDouble()) {
                weight = 0;
            }
            table.setWeight(row, weight);
            if (weight != 1) {
                touched++;
            }
        }
        return new StepReport(name(), table.size(), table.size(), touched);
    }

    private float[] weightsByName(EventTable table) {
        boolean[] used = new boolean[table.events().size()];
        for (int row = 0; row < table.size(); row++) {
            if (table.event(row) != TextDictionary.NONE) {
                used[table.event(row)] = true;
            }
        }
        float[] weights = new float[used.length];
        SortedSet<String> unknown = new TreeSet<>();
        for (int code = 0; code < used.length; code++) {
            String name = table.events().text(code);
            Double explicit = given.get(key(name));
            EventType type = EventNames.typeOf(name).orElse(null);
            if (explicit != null) {
                weights[code] = explicit.floatValue();
                table.setEventType(code, type == null ? typeByWeight(explicit) : type);
            } else if (type != null) {
                weights[code] = weightOf(type);
            } else if (used[code]) {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            throw new BadInputException(unknownNames(unknown));
        }
        return weights;
    }

    private float weightOf(EventType type) {
        Double explicit = given.get(type.name().toLowerCase(Locale.ROOT));
        return explicit == null ? DEFAULTS.getOrDefault(type, 1f) : explicit.floatValue();
    }

    /** A name of the shop's own is taken for the strongest event that weighs as little by default. */
    private static EventType typeByWeight(double weight) {
        return weight >= 1 ? EventType.PURCHASE : weight >= .5 ? EventType.CART : EventType.VIEW;
    }

    private String unknownNames(SortedSet<String> unknown) {
        int listed = 10;
        String names = String.join(", ", unknown.stream().limit(listed).toList());
        String more = unknown.size() > listed ? " and " + (unknown.size() - listed) + " more" : "";
        SortedSet<String> known = new TreeSet<>(given.keySet());
        DEFAULTS.keySet().forEach(type -> known.add(type.name().toLowerCase(Locale.ROOT)));
        return "The event column holds names without a weight: " + names + more + ". Known are "
                + String.join(", ", known) + ". Give each a weight (--events "
                + unknown.first() + "=1,...), or map another column (--map event=COLUMN, or event=- for none).";
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
