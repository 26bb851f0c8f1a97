package vitrine.action;

import java.util.List;

/** Result of {@code demo}. */
public record DemoResult(String report, List<String> pictures, double seconds) {
    public DemoResult {
        pictures = List.copyOf(pictures);
    }
}
