package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vitrine.run.WrongUsageException;

/** Given hyper-parameters over a model's defaults; refuses what the model does not have. */
final class ParameterValues {
    private final Map<String, String> given;
    private final List<HyperParameter> known;

    ParameterValues(String model, List<HyperParameter> known, Map<String, String> given) {
        this.given = given;
        this.known = known;
        for (String name : given.keySet()) {
            if (known.stream().noneMatch(p -> p.name().equals(name))) {
                throw new WrongUsageException("The model " + model + " has no --" + name + ". "
                        + (known.isEmpty()
                                ? "It has no hyper-parameters."
                                : "It has: "
                                        + known.stream()
                                                .map(p -> "--" + p.name())
                                                .collect(Collectors.joining(", "))
                                        + "."));
            }
        }
    }

    private String text(String name) {
        return given.getOrDefault(
                name,
                known.stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(name))
                        .defaultValue());
    }

    String word(String name) {
        return text(name).strip();
    }

    int integer(String name) {
        try {
            return Integer.parseInt(text(name).strip());
        } catch (NumberFormatException e) {
            throw new WrongUsageException("--" + name + " must be a whole number, not \"" + text(name) + "\".");
        }
    }

    /** Whole numbers with commas between. */
    List<Integer> integers(String name) {
        List<Integer> numbers = new ArrayList<>();
        try {
            for (String number : text(name).split(",", -1)) {
                numbers.add(Integer.parseInt(number.strip()));
            }
        } catch (NumberFormatException e) {
            throw new WrongUsageException("--" + name
                    + " must be whole numbers with commas between, such as 32,16,8, not \"" + text(name) + "\".");
        }
        return numbers;
    }

    double number(String name) {
        try {
            return Double.parseDouble(text(name).strip());
        } catch (NumberFormatException e) {
            throw new WrongUsageException("--" + name + " must be a number such as 0.001, not \"" + text(name) + "\".");
        }
    }
}
