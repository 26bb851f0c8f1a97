package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code benchmark}.
 *
 * @param quick once and shortly, instead of several times
 * @param only names of works; empty: all
 * @param peers folder of the same work in another framework, to be measured in turn; empty: none
 */
public record BenchmarkRequest(boolean quick, List<String> only, Optional<Path> peers, long seed) {
    public BenchmarkRequest {
        only = List.copyOf(only);
    }
}
