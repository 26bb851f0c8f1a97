package vitrine.words;

/** What users did with the products of their history. */
public enum HistoryVerb {
    BOUGHT("bought", "购买过"),
    RATED("rated", "评价过"),
    VIEWED("viewed", "浏览过"),
    ACTED_ON("chose", "选择过");

    private final Bilingual word;

    HistoryVerb(String en, String zh) {
        word = new Bilingual(en, zh);
    }

    public Bilingual word() {
        return word;
    }
}
