package vitrine.action;

import java.util.List;

/**
 * One adjustable value of a model, described once: flag, form field and help are renderings of it.
 *
 * @param name flag without dashes
 * @param defaultValue as it would be typed
 * @param help one line
 * @param choices the words it may be, in the order to offer them; empty: it is typed
 */
public record HyperParameter(String name, String defaultValue, String help, List<String> choices) {
    public HyperParameter {
        choices = List.copyOf(choices);
        if (!choices.isEmpty() && !choices.contains(defaultValue)) {
            throw new IllegalArgumentException(
                    name + " is by default " + defaultValue + ", which is none of " + choices);
        }
    }

    /** One that is typed. */
    public HyperParameter(String name, String defaultValue, String help) {
        this(name, defaultValue, help, List.of());
    }
}
