package vitrine.data.prepare;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;

/** A cleaned table to a log and to what the interactions themselves say about items (title) and users (region). */
public final class LogAssembly {
    /** The user attribute that a region column becomes. */
    public static final String REGION = "region";

    private final EventTable table;
    private final int[] userNumber;
    private final int[] itemNumber;
    private final IdIndex users;
    private final IdIndex items;

    /** @param table cleaned; every row has a user and an item */
    public LogAssembly(EventTable table) {
        this.table = table;
        userNumber = unnumbered(table.users());
        itemNumber = unnumbered(table.items());
        IdIndex.Builder usersSeen = new IdIndex.Builder();
        IdIndex.Builder itemsSeen = new IdIndex.Builder();
        for (int row = 0; row < table.size(); row++) {
            number(table.users(), table.user(row), userNumber, usersSeen);
            number(table.items(), table.item(row), itemNumber, itemsSeen);
        }
        users = usersSeen.build();
        items = itemsSeen.build();
    }

    public InteractionLog log() {
        Names regions = new Names(table.regions());
        Names devices = new Names(table.devices());
        for (int row = 0; row < table.size(); row++) {
            regions.see(table.region(row));
            devices.see(table.device(row));
        }
        InteractionLog.Builder builder =
                new InteractionLog.Builder(users, items).withPlaces(regions.index(), devices.index());
        if (!table.has(EventTable.Column.TIME)) {
            builder.withoutTimes();
        }
        for (int row = 0; row < table.size(); row++) {
            builder.add(
                    userNumber[table.user(row)],
                    itemNumber[table.item(row)],
                    table.time(row),
                    table.eventType(row),
                    table.value(row),
                    table.price(row),
                    table.weight(row),
                    regions.number(table.region(row)),
                    devices.number(table.device(row)));
        }
        return builder.build();
    }

    /**
     * Texts numbered in order of first appearance in the cleaned table, blanks around them left out; a text of nothing but
     * blanks is unknown.
     */
    private static final class Names {
        private final TextDictionary texts;
        private final int[] numbers;
        private final IdIndex.Builder seen = new IdIndex.Builder();

        Names(TextDictionary texts) {
            this.texts = texts;
            this.numbers = unnumbered(texts);
        }

        void see(int code) {
            if (code != TextDictionary.NONE && numbers[code] == IdIndex.UNKNOWN) {
                String name = texts.text(code).strip();
                numbers[code] = name.isEmpty() ? IdIndex.UNKNOWN : seen.add(name);
            }
        }

        int number(int code) {
            return code == TextDictionary.NONE ? IdIndex.UNKNOWN : numbers[code];
        }

        IdIndex index() {
            return seen.build();
        }
    }

    /** Each item's most frequent title, the first of equally frequent ones. */
    public Catalog itemCatalog() {
        Map<String, String[]> columns = new LinkedHashMap<>();
        if (table.has(EventTable.Column.TITLE)) {
            columns.put(
                    Catalog.TITLE,
                    mostFrequent(table.titles(), items.size(), row -> itemNumber[table.item(row)], table::title));
        }
        return new Catalog(items, columns);
    }

    /** Each user's most frequent region, the first of equally frequent ones. */
    public Catalog userCatalog() {
        Map<String, String[]> columns = new LinkedHashMap<>();
        if (table.has(EventTable.Column.REGION)) {
            columns.put(
                    REGION,
                    mostFrequent(table.regions(), users.size(), row -> userNumber[table.user(row)], table::region));
        }
        return new Catalog(users, columns);
    }

    private String[] mostFrequent(TextDictionary texts, int owners, IntUnaryOperator ownerOf, IntUnaryOperator textOf) {
        Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
        int[] most = new int[owners];
        for (int row = 0; row < table.size(); row++) {
            int text = textOf.applyAsInt(row);
            if (text != TextDictionary.NONE) {
                int owner = ownerOf.applyAsInt(row);
                most[owner] = Math.max(most[owner], counts.addTo(key(owner, text), 1) + 1);
            }
        }
        int[] best = new int[owners];
        Arrays.fill(best, TextDictionary.NONE);
        for (int row = table.size() - 1; row >= 0; row--) {
            int text = textOf.applyAsInt(row);
            int owner = ownerOf.applyAsInt(row);
            if (text != TextDictionary.NONE && counts.get(key(owner, text)) == most[owner]) {
                best[owner] = text;
            }
        }
        return Arrays.stream(best)
                .mapToObj(text ->
                        text == TextDictionary.NONE ? "" : texts.text(text).strip())
                .toArray(String[]::new);
    }

    private static long key(int owner, int text) {
        return (long) owner << 32 | text;
    }

    private static int[] unnumbered(TextDictionary dictionary) {
        int[] numbers = new int[dictionary.size()];
        Arrays.fill(numbers, IdIndex.UNKNOWN);
        return numbers;
    }

    private static void number(TextDictionary dictionary, int code, int[] numbers, IdIndex.Builder seen) {
        if (numbers[code] == IdIndex.UNKNOWN) {
            numbers[code] = seen.add(dictionary.text(code));
        }
    }
}
