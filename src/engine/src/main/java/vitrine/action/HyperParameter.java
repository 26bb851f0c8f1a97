package vitrine.action;

/**
 * One adjustable number of a model, described once: flag, form field and help are renderings of it.
 *
 * @param name flag without dashes
 * @param defaultValue as it would be typed
 * @param help one line
 */
public record HyperParameter(String name, String defaultValue, String help) {}
