package vitrine.data.ingest;

import java.util.Arrays;
import java.util.List;

/** Where the columns of the mapping are in one file: files of one log may order their columns differently. */
final class FileBinding {
    static final int ABSENT = -1;

    private final int[] position;
    private final int width;

    private FileBinding(int[] position, int width) {
        this.position = position;
        this.width = width;
    }

    /** @throws vitrine.run.BadInputException when a column in use is missing */
    static FileBinding of(FilePreview preview, ColumnMapping mapping) {
        int[] position = new int[mapping.columns().size()];
        if (!mapping.header()) {
            Arrays.setAll(position, column -> mapping.isSkipped(column) ? ABSENT : column);
            return new FileBinding(position, position.length);
        }
        List<String> own = preview.first().stream().map(String::strip).toList();
        for (int column = 0; column < position.length; column++) {
            position[column] = own.indexOf(mapping.columns().get(column));
        }
        mapping.roles().forEach((role, column) -> {
            if (position[column] == ABSENT) {
                String place = SourceFile.nameOf(preview.file()) + ", line 1";
                position[column] = MappingGuess.find(own, mapping.columns().get(column), role, place);
            }
        });
        return new FileBinding(position, own.size());
    }

    /** @return the cell of a column of the mapping, or {@link #ABSENT} */
    int cell(int column) {
        return position[column];
    }

    /** Number of cells a row of this file must have. */
    int width() {
        return width;
    }
}
