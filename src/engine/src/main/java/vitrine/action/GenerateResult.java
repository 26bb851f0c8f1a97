package vitrine.action;

import java.util.List;

/** Result of {@code generate}. */
public record GenerateResult(List<String> files, int users, int items, long events) {
    public GenerateResult {
        files = List.copyOf(files);
    }
}
