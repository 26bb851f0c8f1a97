package vitrine.words;

/** What users did with the products of their history. */
public enum HistoryVerb {
    BOUGHT("bought", "购买过"),
    RATED("rated", "评价过"),
    VIEWED("viewed", "浏览过"),
    ACTED_ON("chose", "选择过");

    private final String en;
    private final String zh;

    HistoryVerb(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    public Bilingual word() {
        return new Bilingual(en, zh);
    }
}
