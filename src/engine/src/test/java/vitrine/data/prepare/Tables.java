package vitrine.data.prepare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import vitrine.data.EventType;

/** Small tables for tests. */
final class Tables {
    private final EventTable table;

    private Tables(EventTable table) {
        this.table = table;
    }

    static Tables with(EventTable.Column... columns) {
        EnumSet<EventTable.Column> set = EnumSet.noneOf(EventTable.Column.class);
        set.addAll(List.of(columns));
        return new Tables(new EventTable(set, EventType.PURCHASE));
    }

    static Tables everything() {
        return with(EventTable.Column.values());
    }

    /** @param event empty: none; {@code user} and {@code item} empty: missing */
    Tables row(String user, String item, long time, String event, float value, float price, String order) {
        String all = String.join("|", user, item, "" + time, event, "" + value, "" + price, order);
        byte[] bytes = all.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        table.add(new EventRow(
                code(table.users(), user),
                code(table.items(), item),
                time,
                code(table.events(), event),
                value,
                price,
                code(table.orders(), order),
                TextDictionary.NONE,
                TextDictionary.NONE,
                TextDictionary.NONE,
                Hash64.of(bytes, 0, bytes.length)));
        return this;
    }

    Tables buy(String user, String item, long time, float quantity) {
        return row(user, item, time, "purchase", quantity, 1, "1");
    }

    Tables undo(String user, String item, long time, float quantity) {
        return row(user, item, time, "return", quantity, 1, "1");
    }

    /** A row with a title and a region. */
    Tables described(String user, String item, String title, String region) {
        table.add(new EventRow(
                code(table.users(), user),
                code(table.items(), item),
                table.size(),
                table.events().add("purchase"),
                1,
                1,
                TextDictionary.NONE,
                code(table.titles(), title),
                code(table.regions(), region),
                TextDictionary.NONE,
                table.size()));
        return this;
    }

    EventTable table() {
        return table;
    }

    private static int code(TextDictionary dictionary, String text) {
        return text.isEmpty() ? TextDictionary.NONE : dictionary.add(text);
    }

    /** Each row as {@code user item value}, with {@code *} when its weight is 0. */
    static List<String> rows(EventTable table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            String user = table.user(row) < 0 ? "?" : table.users().text(table.user(row));
            String item = table.item(row) < 0 ? "?" : table.items().text(table.item(row));
            rows.add(user + " " + item + " " + Math.round(table.value(row)) + (table.weight(row) > 0 ? "" : "*"));
        }
        return rows;
    }
}
