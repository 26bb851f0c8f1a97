package vitrine.desktop.i18n;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import vitrine.words.Bilingual;

/** The words of the window in its language, as bindings that follow the language while the window is open. */
public final class Texts {
    private final ObjectProperty<Language> language;
    private final Map<Language, Bundle> bundles = new EnumMap<>(Language.class);
    private final Numbers numbers = new Numbers(this);

    public Texts(Language first) {
        language = new SimpleObjectProperty<>(this, "language", first);
        for (Language l : Language.values()) {
            bundles.put(l, Bundle.of(l));
        }
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    /** Numbers, durations and dates as this language writes them. */
    public Numbers numbers() {
        return numbers;
    }

    /** The text of {@code key} now; arguments that are observable are read. */
    public String get(String key, Object... arguments) {
        Bundle bundle = bundles.getOrDefault(language.get(), bundles.get(Language.ENGLISH));
        if (bundle == null) {
            return key;
        }
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i] instanceof ObservableValue<?> live ? live.getValue() : arguments[i];
        }
        return bundle.text(key, values);
    }

    /** Whether there is a text for {@code key}. */
    public boolean has(String key) {
        Bundle bundle = bundles.get(Language.ENGLISH);
        return bundle != null && bundle.has(key);
    }

    /** The text of {@code key}, following the language and every observable argument. */
    public StringBinding bind(String key, Object... arguments) {
        List<Observable> on = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Observable live) {
                on.add(live);
            }
        }
        return bind(() -> get(key, arguments), on.toArray(Observable[]::new));
    }

    /** A text made by {@code text}, made again when the language or one of {@code on} changes. */
    public StringBinding bind(Supplier<String> text, Observable... on) {
        Observable[] all = new Observable[on.length + 1];
        all[0] = language;
        System.arraycopy(on, 0, all, 1, on.length);
        return Bindings.createStringBinding(text::get, all);
    }

    /** An engine sentence in the window's language. */
    public String of(Bilingual sentence) {
        return sentence.in(language.get().locale());
    }
}
