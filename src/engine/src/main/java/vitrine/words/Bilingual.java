package vitrine.words;

import java.util.Locale;

/** The same statement in English and in Chinese. Titles of products inside it are data and are never translated. */
public record Bilingual(String en, String zh) {
    /** Says nothing. */
    public static final Bilingual NONE = new Bilingual("", "");

    /** The statement in {@code language}; English for any language but Chinese. */
    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }

    /** This sentence and then another: English needs a space between sentences, Chinese none. */
    public Bilingual then(Bilingual next) {
        if (en.isEmpty() || next.en.isEmpty()) {
            return en.isEmpty() ? next : this;
        }
        return new Bilingual(en + " " + next.en, zh + next.zh);
    }

    public boolean isEmpty() {
        return en.isEmpty();
    }
}
