package vitrine.explain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.model.Query;
import vitrine.run.WrongUsageException;

/**
 * "Why {@code item} for this query?"
 *
 * @param query the question; {@code item} must not be in its history (use {@link Query#without})
 * @param item the item to explain
 * @param seed of methods that draw; others do not read it
 * @param parameters of the method by name; what is absent has its default, what the method does not have is not read
 */
public record ExplanationRequest(Query query, int item, long seed, Map<String, Double> parameters) {
    public static final int DEFAULT_STEPS = 50;
    /** Points of a path method. */
    public static final MethodParameter STEPS =
            MethodParameter.whole("steps", DEFAULT_STEPS, 1, 10_000, "points on the path from the reference");

    public ExplanationRequest {
        parameters = Map.copyOf(parameters);
        for (int h : query.history()) {
            if (h == item) {
                throw new IllegalArgumentException("the item to explain is in the history; take it out first");
            }
        }
    }

    /** With a number of steps and all other parameters at their defaults. */
    public ExplanationRequest(Query query, int item, int steps) {
        this(query, item, 0, Map.of(STEPS.name(), (double) steps));
    }

    /** @throws WrongUsageException when it is out of range */
    public double value(MethodParameter parameter) {
        return parameter.checked(parameters.getOrDefault(parameter.name(), parameter.defaultValue()));
    }

    /** @throws WrongUsageException when it is out of range */
    public int whole(MethodParameter parameter) {
        return (int) value(parameter);
    }

    /**
     * Given parameters that a method has.
     *
     * @throws WrongUsageException naming what it has, or the range
     */
    public static SortedMap<String, Double> checked(Explainer explainer, Map<String, Double> given) {
        SortedMap<String, Double> checked = new TreeMap<>();
        given.forEach((name, value) -> {
            MethodParameter parameter = explainer.parameters().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new WrongUsageException("The method " + explainer.name() + " has no --" + name
                            + ". "
                            + (explainer.parameters().isEmpty()
                                    ? "It has nothing to set."
                                    : "It has: "
                                            + String.join(
                                                    ", ",
                                                    explainer.parameters().stream()
                                                            .map(p -> "--" + p.name())
                                                            .toList())
                                            + ".")));
            checked.put(name, parameter.checked(value));
        });
        return checked;
    }
}
