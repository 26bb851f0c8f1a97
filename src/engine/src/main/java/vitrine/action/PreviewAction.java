package vitrine.action;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vitrine.data.ingest.ColumnRole;
import vitrine.data.ingest.MappingPreview;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

/** Looks at the beginning of the first file: its columns, what each would be read as, its first rows. */
public final class PreviewAction implements Action<DataOptions, PreviewAction.Preview> {
    /** What {@link DataOptions#mapping} may name. */
    public static final List<String> ROLES =
            Arrays.stream(ColumnRole.values()).map(ColumnRole::word).toList();

    /**
     * @param roles role to column name
     * @param problem why the file cannot be read like this, a sentence
     */
    public record Preview(
            List<String> columns, Map<String, String> roles, List<List<String>> rows, Optional<String> problem) {}

    @Override
    public Preview run(DataOptions request, JobContext context) {
        if (request.interactions().isEmpty()) {
            throw new WrongUsageException("Name the data with --interactions FILE.");
        }
        MappingPreview preview = MappingPreview.of(request.interactions().get(0), request.format(), request.mapping());
        return new Preview(preview.columns(), preview.roles(), preview.rows(), preview.problem());
    }
}
