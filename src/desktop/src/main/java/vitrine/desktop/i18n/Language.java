package vitrine.desktop.i18n;

import java.util.Locale;

/** A language of the window. */
public enum Language {
    ENGLISH("English", Locale.ENGLISH),
    CHINESE("中文", Locale.SIMPLIFIED_CHINESE);

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** Of the system; English for all but Chinese. */
    public static Language of(Locale system) {
        return system.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
