package vitrine.data.ingest;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vitrine.run.BadInputException;

/** Finds the roles of columns: as told, else by name, a time also by content. */
final class MappingGuess {
    private final FilePreview preview;
    private final List<String> columns;
    private final Map<ColumnRole, Integer> roles = new EnumMap<>(ColumnRole.class);
    private final Set<ColumnRole> closed = new HashSet<>();

    private MappingGuess(FilePreview preview, List<String> columns) {
        this.preview = preview;
        this.columns = columns;
    }

    /** @param words roles of the columns of a file without a header; any other word skips one */
    static ColumnMapping withoutHeader(FilePreview preview, List<String> words) {
        MappingGuess guess = new MappingGuess(preview, words);
        for (int column = 0; column < words.size(); column++) {
            int number = column;
            ColumnRole.ofWord(words.get(column)).ifPresent(role -> {
                if (guess.roles.putIfAbsent(role, number) != null) {
                    throw new BadInputException("--columns names " + role.word() + " twice. Name each role once and"
                            + " write - for a column to skip.");
                }
            });
        }
        for (ColumnRole role : List.of(ColumnRole.USER, ColumnRole.ITEM)) {
            if (!guess.roles.containsKey(role)) {
                throw new BadInputException("--columns " + String.join(",", words) + " does not say which column holds"
                        + " the " + role.word() + ". Known words are " + ColumnRole.words() + "; - skips a column.");
            }
        }
        if (preview.first().size() < words.size()) {
            throw new BadInputException(
                    guess.place() + " has " + preview.first().size() + " columns, but --columns" + " names "
                            + words.size() + ". Name at most as many, or give the delimiter with --format.");
        }
        return new ColumnMapping(words, guess.roles, false);
    }

    /** @param told role to column name; "-" for none */
    static ColumnMapping withHeader(FilePreview preview, Map<String, String> told) {
        MappingGuess guess = new MappingGuess(
                preview, preview.first().stream().map(String::strip).toList());
        told.forEach(guess::assign);
        for (ColumnRole role : ColumnRole.values()) {
            guess.byName(role);
        }
        guess.timeByContent();
        guess.titleForItem();
        guess.require(ColumnRole.USER);
        guess.require(ColumnRole.ITEM);
        return new ColumnMapping(guess.columns, guess.roles, true);
    }

    private void assign(String word, String column) {
        ColumnRole role = ColumnRole.ofWord(word)
                .orElseThrow(() -> new BadInputException(
                        "--map knows the roles " + ColumnRole.words() + ", but not \"" + word + "\"."));
        closed.add(role);
        if (!column.equals(ColumnMapping.SKIP)) {
            roles.put(role, find(columns, column, role, place()));
        }
    }

    /** @return the number of a column by its name, exact or but for case */
    static int find(List<String> columns, String wanted, ColumnRole role, String place) {
        int exact = columns.indexOf(wanted);
        for (int column = 0; exact < 0 && column < columns.size(); column++) {
            if (columns.get(column).equalsIgnoreCase(wanted.strip())) {
                exact = column;
            }
        }
        if (exact < 0) {
            throw new BadInputException(place + " has no column \"" + wanted + "\" (wanted as " + role.word()
                    + "). Its columns are: " + listed(columns) + ". Name one of them with --map " + role.word()
                    + "=COLUMN.");
        }
        return exact;
    }

    private void byName(ColumnRole role) {
        if (closed.contains(role) || roles.containsKey(role)) {
            return;
        }
        int best = -1;
        int bestFit = Integer.MAX_VALUE;
        for (int column = 0; column < columns.size(); column++) {
            int fit = roles.containsValue(column) ? Integer.MAX_VALUE : role.fit(columns.get(column));
            if (fit < bestFit && fitsNoOtherBetter(role, column)) {
                best = column;
                bestFit = fit;
            }
        }
        if (best >= 0) {
            roles.put(role, best);
        }
    }

    /** "customer_region" contains "customer", but is a region: an exact name of another role wins over a part. */
    private boolean fitsNoOtherBetter(ColumnRole role, int column) {
        int own = role.fit(columns.get(column));
        for (ColumnRole other : ColumnRole.values()) {
            if (other != role && other.isExact(columns.get(column)) && !role.isExact(columns.get(column))) {
                return false;
            }
        }
        return own < Integer.MAX_VALUE;
    }

    private void timeByContent() {
        if (closed.contains(ColumnRole.TIME) || roles.containsKey(ColumnRole.TIME)) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            if (!roles.containsValue(column) && TimeParser.looksLikeTimes(preview.rows(), column)) {
                roles.put(ColumnRole.TIME, column);
                return;
            }
        }
    }

    /** A file may know its products by their names only. */
    private void titleForItem() {
        Integer title = roles.get(ColumnRole.TITLE);
        if (title != null && !roles.containsKey(ColumnRole.ITEM) && !closed.contains(ColumnRole.ITEM)) {
            roles.remove(ColumnRole.TITLE);
            roles.put(ColumnRole.ITEM, title);
        }
    }

    private void require(ColumnRole role) {
        if (!roles.containsKey(role)) {
            throw new BadInputException(place() + ": no column looks like the " + role.word() + ". The columns are: "
                    + listed(columns) + ". Name the column with --map " + role.word() + "=COLUMN; if the file has no"
                    + " header line, name all its columns with --columns user,item,value,time.");
        }
    }

    private String place() {
        return SourceFile.nameOf(preview.file()) + ", line 1";
    }

    static String listed(List<String> columns) {
        int most = 20;
        String names = String.join(
                ", ", columns.stream().limit(most).map(MappingGuess::shortened).toList());
        return columns.size() > most ? names + " and " + (columns.size() - most) + " more" : names;
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
