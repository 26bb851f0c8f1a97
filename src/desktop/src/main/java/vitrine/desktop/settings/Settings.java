package vitrine.desktop.settings;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import vitrine.desktop.i18n.Language;

/** What the window remembers, as properties; {@link SettingsStore} keeps them on disk. */
public final class Settings {
    private final ObjectProperty<Language> language =
            new SimpleObjectProperty<>(this, "language", Language.of(Locale.getDefault()));
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final ObjectProperty<WindowPlace> window = new SimpleObjectProperty<>(this, "window", WindowPlace.DEFAULT);
    private final StringProperty screen = new SimpleStringProperty(this, "screen", "");
    private final StringProperty study = new SimpleStringProperty(this, "study", "");

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    public ObjectProperty<WindowPlace> windowProperty() {
        return window;
    }

    /** Key of the screen that was open; empty at the first start. */
    public StringProperty screenProperty() {
        return screen;
    }

    /** Folder of the study that was open; empty: the sample. */
    public StringProperty studyProperty() {
        return study;
    }

    /** Calls {@code heard} whenever anything here changes. */
    public void onChange(Runnable heard) {
        for (ObservableValue<?> each : List.of(language, dark, window, screen, study)) {
            each.addListener((o, before, now) -> heard.run());
        }
    }

    /** As one record, for the disk. */
    public SettingsRecord toRecord() {
        return new SettingsRecord(language.get(), dark.get(), window.get(), screen.get(), study.get());
    }

    public void take(SettingsRecord from) {
        language.set(from.language());
        dark.set(from.dark());
        window.set(from.window());
        screen.set(from.screen());
        study.set(from.study());
    }
}
