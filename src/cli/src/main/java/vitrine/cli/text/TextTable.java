package vitrine.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Aligned columns of text; headers that begin with ">" belong to right-aligned columns. */
final class TextTable {
    private static final int MAX_WIDTH = 60;
    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headers) {
        this.headers = List.of(headers);
    }

    TextTable row(String... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells in a table of " + headers.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(cell -> Display.clip(cell, MAX_WIDTH)).toList());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        int[] widths = new int[headers.size()];
        List<String> titles = headers.stream()
                .map(header -> header.startsWith(">") ? header.substring(1) : header)
                .toList();
        boolean titled = titles.stream().anyMatch(title -> !title.isEmpty());
        measure(widths, titles);
        rows.forEach(row -> measure(widths, row));
        StringBuilder text = new StringBuilder();
        if (titled) {
            append(text, titles, widths);
        }
        rows.forEach(row -> append(text, row, widths));
        return text.toString();
    }

    private static void measure(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Display.width(cells.get(i)));
        }
    }

    private void append(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - Display.width(cells.get(i)));
            boolean right = headers.get(i).startsWith(">");
            line.append(i == 0 ? "" : "  ")
                    .append(right ? gap : "")
                    .append(cells.get(i))
                    .append(right ? "" : gap);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
