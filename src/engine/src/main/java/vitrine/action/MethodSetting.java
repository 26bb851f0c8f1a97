package vitrine.action;

import java.util.List;

/**
 * One number that some methods of explaining let one set: flag, form field and help are renderings of it.
 *
 * @param name flag without dashes
 * @param methods that have it
 * @param whole whether only whole numbers make sense
 * @param help one line
 */
public record MethodSetting(
        String name, List<String> methods, double defaultValue, double least, double most, boolean whole, String help) {
    public MethodSetting {
        methods = List.copyOf(methods);
    }
}
