package vitrine.desktop.screen.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vitrine.action.HyperParameter;
import vitrine.action.Models;

/** What is about to be trained: model, split, seed, hyper-parameters as they would be typed. */
final class TrainForm {
    static final String SEED = "seed";
    private static final int SHOWN = 5;

    /**
     * One field.
     *
     * @param help the engine's one line, English
     * @param kind what may be typed
     * @param advanced hidden until asked for
     */
    record Field(String name, StringProperty value, String help, Kind kind, boolean advanced) {
        /** What a text may be. */
        enum Kind {
            WHOLE,
            NUMBER,
            /** Whole numbers with commas between. */
            WHOLES;

            /** The kind a default value is of. */
            static Kind of(String text) {
                return text.contains(",") ? WHOLES : text.chars().allMatch(Character::isDigit) ? WHOLE : NUMBER;
            }
        }

        /** Whether the text is of the right kind; the range is the engine's to judge. */
        boolean isNumber() {
            String text = value.get().strip();
            try {
                return switch (kind) {
                    case WHOLE -> Long.parseLong(text) >= 0;
                    case NUMBER -> Double.isFinite(Double.parseDouble(text));
                    case WHOLES ->
                        java.util.Arrays.stream(text.split(",", -1))
                                .allMatch(number -> Long.parseLong(number.strip()) >= 0);
                };
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    private final StringProperty model =
            new SimpleStringProperty(this, "model", Models.names().get(0));
    private final StringProperty split = new SimpleStringProperty(this, "split", "loo");
    private final ObservableList<Field> fields = FXCollections.observableArrayList();

    TrainForm() {
        model.addListener((o, before, now) -> fill());
        fill();
    }

    private void fill() {
        List<Field> list = new ArrayList<>();
        for (HyperParameter parameter : Models.parameters(model.get())) {
            list.add(new Field(
                    parameter.name(),
                    new SimpleStringProperty(parameter.defaultValue()),
                    parameter.help(),
                    Field.Kind.of(parameter.defaultValue()),
                    list.size() >= SHOWN));
        }
        list.add(new Field(SEED, new SimpleStringProperty("42"), "", Field.Kind.WHOLE, true));
        fields.setAll(list);
    }

    StringProperty modelProperty() {
        return model;
    }

    StringProperty splitProperty() {
        return split;
    }

    ObservableList<Field> fields() {
        return fields;
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    boolean isValid() {
        return fields.stream().allMatch(Field::isNumber);
    }

    long seed() {
        return field(SEED).map(f -> Long.parseLong(f.value().get().strip())).orElse(0L);
    }

    /** A whole-number field, or {@code otherwise} where the model has none of that name. */
    int whole(String name, int otherwise) {
        return field(name)
                .filter(Field::isNumber)
                .map(f -> Integer.parseInt(f.value().get().strip()))
                .orElse(otherwise);
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        fields.stream()
                .filter(f -> !f.name().equals(SEED))
                .forEach(f -> parameters.put(f.name(), f.value().get()));
        return parameters;
    }
}
