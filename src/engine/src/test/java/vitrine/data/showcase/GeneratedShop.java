package vitrine.data.showcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vitrine.run.JobContext;

/** The default shop, generated once and read back from its files only, as a stranger would. */
final class GeneratedShop {
    record Line(String user, String item, Instant time, String event, String price, int quantity, String region) {}

    record Truth(String user, String item, String mechanism, double[] responsibilities, List<String> causes) {}

    record Planted(String kind, String a, String a2, String target, String segment) {}

    final ShowcaseSummary summary;
    final List<Line> lines;
    final List<Truth> truth;
    final List<Planted> rules;
    final Map<String, String[]> items = new LinkedHashMap<>();
    final Map<String, String[]> users = new LinkedHashMap<>();
    final Map<String, List<Line>> purchasesByUser = new LinkedHashMap<>();

    GeneratedShop(Path folder) {
        summary = ShowcaseShop.generate(
                folder,
                42,
                ShowcaseShop.DEFAULT_USERS,
                ShowcaseShop.DEFAULT_ITEMS,
                ShowcaseShop.DEFAULT_EVENTS,
                JobContext.quiet());
        lines = cells(folder.resolve("interactions.csv"), 7).stream()
                .map(c -> new Line(c[0], c[1], Instant.parse(c[2]), c[3], c[4], Integer.parseInt(c[5]), c[6]))
                .toList();
        truth = cells(folder.resolve("truth.csv"), 12).stream()
                .map(GeneratedShop::truth)
                .toList();
        rules = cells(folder.resolve("rules.csv"), 5).stream()
                .map(c -> new Planted(c[0], c[1], c[2], c[3], c[4]))
                .toList();
        cells(folder.resolve("items.csv"), 5).forEach(c -> items.put(c[0], c));
        cells(folder.resolve("users.csv"), 3).forEach(c -> users.put(c[0], c));
        for (Line line : lines) {
            if (line.event().equals("purchase")) {
                purchasesByUser
                        .computeIfAbsent(line.user(), u -> new ArrayList<>())
                        .add(line);
            }
        }
    }

    List<Line> purchases() {
        return lines.stream().filter(line -> line.event().equals("purchase")).toList();
    }

    String segment(String user) {
        return cell(users, user, 1);
    }

    static String cell(Map<String, String[]> table, String id, int column) {
        String[] row = table.get(id);
        if (row == null) {
            throw new AssertionError("no row for " + id);
        }
        return row[column];
    }

    /** Number of each purchase's visit, from 0: purchases at the same moment belong to one visit. */
    static int[] visits(List<Line> purchases) {
        int[] visits = new int[purchases.size()];
        for (int i = 1; i < visits.length; i++) {
            boolean same = purchases.get(i).time().equals(purchases.get(i - 1).time());
            visits[i] = visits[i - 1] + (same ? 0 : 1);
        }
        return visits;
    }

    private static Truth truth(String[] c) {
        double[] responsibilities = new double[8];
        for (int m = 0; m < 8; m++) {
            responsibilities[m] = Double.parseDouble(c[3 + m]);
        }
        List<String> causes = c[11].isEmpty() ? List.of() : List.of(c[11].split(" "));
        return new Truth(c[0], c[1], c[2], responsibilities, causes);
    }

    private static List<String[]> cells(Path file, int columns) {
        try {
            List<String[]> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] cells = line.split(",", -1);
                if (cells.length != columns) {
                    throw new AssertionError(file + ": " + line);
                }
                rows.add(cells);
            }
            rows.remove(0);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
