package vitrine.desktop.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.i18n.Language;

/** The settings as they stand in {@code settings.json}; what is absent takes its default. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SettingsRecord(
        @Nullable Language language,
        boolean dark,
        @Nullable WindowPlace window,
        @Nullable String screen,
        @Nullable String study) {
    @Override
    public Language language() {
        return language == null ? Language.of(Locale.getDefault()) : language;
    }

    @Override
    public WindowPlace window() {
        return window == null ? WindowPlace.DEFAULT : window;
    }

    @Override
    public String screen() {
        return screen == null ? "" : screen;
    }

    @Override
    public String study() {
        return study == null ? "" : study;
    }
}
