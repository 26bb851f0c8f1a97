package vitrine.desktop.screen.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
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
     * @param choices the words it may be; empty: it is typed
     * @param advanced hidden until asked for
     * @param judge why a text is refused, the engine's sentence
     */
    record Field(
            String name,
            StringProperty value,
            String help,
            List<String> choices,
            boolean advanced,
            Function<String, Optional<String>> judge) {
        /** Why the value is refused; empty when it is possible. */
        Optional<String> refusal() {
            return judge.apply(value.get());
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
        String chosen = model.get();
        for (HyperParameter parameter : Models.parameters(chosen)) {
            list.add(field(chosen, parameter, list.size() >= SHOWN));
        }
        for (HyperParameter parameter : Models.furtherParameters(chosen)) {
            list.add(field(chosen, parameter, true));
        }
        list.add(new Field(SEED, new SimpleStringProperty("42"), "", List.of(), true, TrainForm::judgeSeed));
        fields.setAll(list);
    }

    private static Field field(String model, HyperParameter parameter, boolean advanced) {
        return new Field(
                parameter.name(),
                new SimpleStringProperty(parameter.defaultValue()),
                parameter.help(),
                parameter.choices(),
                advanced,
                text -> Models.refusal(model, Map.of(parameter.name(), text)));
    }

    private static Optional<String> judgeSeed(String text) {
        return whole(text).isPresent()
                ? Optional.empty()
                : Optional.of("--seed must be a whole number, not \"" + text + "\".");
    }

    private static OptionalLong whole(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
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

    /** Why these settings cannot be trained with; empty when they can. */
    Optional<String> refusal() {
        return fields.stream()
                .flatMap(f -> f.refusal().stream())
                .findFirst()
                .or(() -> Models.refusal(model.get(), parameters()));
    }

    long seed() {
        return field(SEED).map(f -> whole(f.value().get()).orElse(0)).orElse(0L);
    }

    /** A whole-number field, or {@code otherwise} where the model has none of that name. */
    int whole(String name, int otherwise) {
        return field(name)
                .map(f -> (int) whole(f.value().get()).orElse(otherwise))
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
