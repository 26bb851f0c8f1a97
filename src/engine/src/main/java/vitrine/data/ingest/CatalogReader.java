package vitrine.data.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/**
 * Reads what is known about the items or users of a log from a file of their own: all columns, as text. Ids the log does
 * not know are left out; of rows with the same id the first counts. A file without a header is recognised by its first
 * cell being a known id.
 */
final class CatalogReader {
    private static final int CANCELLATION_ROWS = 10_000;
    private static final String SPREADSHEET_SUFFIX = ".0";

    private final ColumnRole role;
    private final ReadLimits limits;
    private final JobContext context;

    /** @param role {@link ColumnRole#ITEM} or {@link ColumnRole#USER} */
    CatalogReader(ColumnRole role, ReadLimits limits, JobContext context) {
        this.role = role;
        this.limits = limits;
        this.context = context;
    }

    /** @param known from the interactions; fills what the file leaves empty */
    Catalog read(Path file, Optional<String> format, Catalog known) {
        FilePreview preview = FilePreview.of(file, format, limits);
        IdIndex ids = known.ids();
        int idColumn = idColumn(preview, ids);
        boolean header = idColumn != FileBinding.ABSENT;
        List<String> names = header ? headerNames(preview.first()) : placeNames(preview.first());
        idColumn = Math.max(0, idColumn);
        String[][] columns = new String[names.size()][ids.size()];
        for (String[] column : columns) {
            Arrays.fill(column, "");
        }
        boolean[] seen = new boolean[ids.size()];
        ByteProgress progress = new ByteProgress(context, "Reading", List.of(file));
        progress.begin(file);
        long matched = 0;
        try (DelimitedReader reader = preview.open(limits, progress::advance)) {
            if (header) {
                reader.next();
            }
            for (long row = 0; reader.next(); row++) {
                if (row % CANCELLATION_ROWS == 0) {
                    context.cancellation().throwIfCancelled();
                }
                int id = idColumn < reader.fields() ? find(ids, reader.text(idColumn)) : IdIndex.UNKNOWN;
                if (id != IdIndex.UNKNOWN && !seen[id]) {
                    seen[id] = true;
                    matched++;
                    for (int column = 0; column < Math.min(columns.length, reader.fields()); column++) {
                        columns[column][id] = reader.text(column).strip();
                    }
                }
            }
        }
        if (matched == 0) {
            throw new BadInputException(file + ": none of its " + role.word() + " ids occurs in the interactions."
                    + " Check that the files belong together and that the ids are written alike.");
        }
        return merged(names, columns, idColumn, known);
    }

    /** @return the column of the ids, or {@link FileBinding#ABSENT} when the file has no header */
    private int idColumn(FilePreview preview, IdIndex ids) {
        int best = FileBinding.ABSENT;
        int bestFit = Integer.MAX_VALUE;
        for (int column = 0; column < preview.first().size(); column++) {
            int fit = role.fit(preview.first().get(column));
            if (fit < bestFit) {
                best = column;
                bestFit = fit;
            }
        }
        if (best == FileBinding.ABSENT && find(ids, preview.first().get(0)) == IdIndex.UNKNOWN) {
            throw new BadInputException(SourceFile.nameOf(preview.file()) + ", line 1: no column looks like the "
                    + role.word() + ". The columns are: " + MappingGuess.listed(preview.first())
                    + ". Name the column of the ids " + role.word() + "_id.");
        }
        return best;
    }

    private static int find(IdIndex ids, String id) {
        int index = ids.indexOf(id);
        return index == IdIndex.UNKNOWN && id.endsWith(SPREADSHEET_SUFFIX)
                ? ids.indexOf(id.substring(0, id.length() - SPREADSHEET_SUFFIX.length()))
                : index;
    }

    private List<String> headerNames(List<String> header) {
        List<String> names = new ArrayList<>(header.stream().map(String::strip).toList());
        if (role == ColumnRole.ITEM) {
            rename(names, ColumnRole.TITLE, Catalog.TITLE);
            rename(names, ColumnRole.PRICE, Catalog.PRICE);
        }
        for (String wellKnown : List.of(Catalog.BRAND, Catalog.CATEGORY)) {
            names.replaceAll(name -> name.equalsIgnoreCase(wellKnown) ? wellKnown : name);
        }
        return names;
    }

    private static void rename(List<String> names, ColumnRole role, String wellKnown) {
        int best = -1;
        int bestFit = Integer.MAX_VALUE;
        for (int column = 0; column < names.size(); column++) {
            int fit = role.fit(names.get(column));
            if (fit < bestFit) {
                best = column;
                bestFit = fit;
            }
        }
        if (best >= 0 && !names.contains(wellKnown)) {
            names.set(best, wellKnown);
        }
    }

    private List<String> placeNames(List<String> first) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < first.size(); column++) {
            boolean title = column == 1 && role == ColumnRole.ITEM;
            names.add(title ? Catalog.TITLE : "column" + (column + 1));
        }
        return names;
    }

    private static Catalog merged(List<String> names, String[][] columns, int idColumn, Catalog known) {
        Map<String, String[]> merged = new LinkedHashMap<>();
        for (int column = 0; column < columns.length; column++) {
            if (column != idColumn && !names.get(column).isEmpty()) {
                merged.putIfAbsent(names.get(column), columns[column]);
            }
        }
        for (String name : known.attributes()) {
            String[] values =
                    merged.computeIfAbsent(name, key -> new String[known.ids().size()]);
            for (int id = 0; id < values.length; id++) {
                if (values[id] == null || values[id].isEmpty()) {
                    values[id] = known.attribute(id, name).orElse("");
                }
            }
        }
        return new Catalog(known.ids(), merged);
    }
}
